namespace M2K.Lab.Outlook;

/// <summary>Splits a Jet or DASL filter into tokens (2.3). In DASL double quotes hold names and single quotes texts; in Jet both hold texts.</summary>
internal static class FilterLexer
{
    public static IReadOnlyList<FilterToken> Tokens(string filter, bool dasl)
    {
        var tokens = new List<FilterToken>();
        for (var at = 0; at < filter.Length;)
        {
            var c = filter[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c is '(' or ')')
            {
                tokens.Add(new FilterToken(c, c.ToString()));
                at++;
            }
            else if (c is '\'' or '"')
            {
                tokens.Add(new FilterToken(dasl && c == '"' ? FilterToken.Name : FilterToken.Literal, Quoted(filter, ref at)));
            }
            else if (c == '[' && !dasl && filter.IndexOf(']', at) is > 0 and var end)
            {
                tokens.Add(new FilterToken(FilterToken.Name, filter[(at + 1)..end]));
                at = end + 1;
            }
            else if ("<>=".Contains(c))
            {
                var length = at + 1 < filter.Length && filter.Substring(at, 2) is "<=" or ">=" or "<>" ? 2 : 1;
                tokens.Add(new FilterToken(FilterToken.Operator, filter.Substring(at, length)));
                at += length;
            }
            else
            {
                var start = at;
                while (at < filter.Length && !char.IsWhiteSpace(filter[at]) && !"()<>='\"".Contains(filter[at]))
                {
                    at++;
                }

                tokens.Add(new FilterToken(FilterToken.Word, filter[start..at]));
            }
        }

        tokens.Add(new FilterToken(FilterToken.End, ""));
        return tokens;
    }

    /// <summary>Text up to the closing quote; a doubled quote stands for one.</summary>
    private static string Quoted(string filter, ref int at)
    {
        var quote = filter[at++];
        var text = new System.Text.StringBuilder();
        for (; at < filter.Length; at++)
        {
            if (filter[at] != quote)
            {
                text.Append(filter[at]);
            }
            else if (at + 1 < filter.Length && filter[at + 1] == quote)
            {
                text.Append(filter[at++]);
            }
            else
            {
                at++;
                return text.ToString();
            }
        }

        throw Filter.Unreadable(filter);
    }
}

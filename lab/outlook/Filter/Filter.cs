namespace M2K.Lab.Outlook;

/// <summary>A filter of Restrict, Find or GetTable (2.3): Jet ([Prop] op value) or DASL (@SQL=), never mixed.</summary>
internal sealed class Filter
{
    private const string DaslPrefix = "@SQL=";

    private readonly string source;
    private readonly IReadOnlyList<FilterToken> tokens;
    private readonly FilterTerms terms;
    private readonly Func<ItemRecord, bool> accepts;
    private int at;

    private Filter(Profile profile, FolderRecord folder, string source)
    {
        this.source = source;
        var dasl = source.StartsWith(DaslPrefix, StringComparison.OrdinalIgnoreCase);
        tokens = FilterLexer.Tokens(dasl ? source[DaslPrefix.Length..] : source, dasl);
        terms = new FilterTerms(profile, folder, dasl, source);
        accepts = Or();
        Expect(FilterToken.End);
    }

    public static Filter Parse(Profile profile, FolderRecord folder, string source) => new(profile, folder, source);

    public bool Accepts(ItemRecord record) => accepts(record);

    public static Exception Unreadable(string filter) =>
        OutlookError.Of(OutlookError.Exception, "Cannot parse condition. Error at \"" + filter + "\".");

    private Func<ItemRecord, bool> Or()
    {
        var left = And();
        while (TakeWord("or"))
        {
            var (a, b) = (left, And());
            left = record => a(record) || b(record);
        }

        return left;
    }

    private Func<ItemRecord, bool> And()
    {
        var left = Not();
        while (TakeWord("and"))
        {
            var (a, b) = (left, Not());
            left = record => a(record) && b(record);
        }

        return left;
    }

    private Func<ItemRecord, bool> Not()
    {
        if (TakeWord("not"))
        {
            var inner = Not();
            return record => !inner(record);
        }

        if (tokens[at].Kind == FilterToken.Open)
        {
            at++;
            var inner = Or();
            Expect(FilterToken.Close);
            return inner;
        }

        return Comparison();
    }

    private Func<ItemRecord, bool> Comparison()
    {
        var name = Expect(FilterToken.Name).Text;
        if (TakeWord("is"))
        {
            var wanted = !TakeWord("not");
            return TakeWord("null") ? terms.IsNull(name, wanted) : throw Unreadable(source);
        }

        var op = TakeWord("like") ? "like"
            : tokens[at].Kind == FilterToken.Operator ? tokens[at++].Text
            : throw Unreadable(source);
        var value = tokens[at].Kind is FilterToken.Literal or FilterToken.Word ? tokens[at++] : throw Unreadable(source);
        return terms.Compare(name, op, value);
    }

    private FilterToken Expect(char kind) => tokens[at].Kind == kind ? tokens[at == tokens.Count - 1 ? at : at++] : throw Unreadable(source);

    private bool TakeWord(string word)
    {
        var found = tokens[at].Kind == FilterToken.Word && tokens[at].Text.Equals(word, StringComparison.OrdinalIgnoreCase);
        at += found ? 1 : 0;
        return found;
    }
}

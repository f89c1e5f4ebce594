using System.Globalization;
using System.Text;

namespace M2K.Lab.Outlook;

/// <summary>RTF as ASCII octets, and the plain text that Body shows of it (3.1): words, paragraphs and characters, nothing of their look.</summary>
internal static class RichText
{
    private static readonly HashSet<string> NoText = ["fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "generator", "listtable"];

    /// <summary>What a plain text is as RTF.</summary>
    public static byte[] Of(string text)
    {
        var rtf = new StringBuilder(@"{\rtf1\ansi\deff0 ");
        foreach (var c in text.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            rtf.Append(c switch
            {
                '\\' or '{' or '}' => "\\" + c,
                '\n' => "\\par\r\n",
                < (char)128 => c.ToString(),
                _ => "\\u" + ((short)c).ToString(CultureInfo.InvariantCulture) + "?",
            });
        }

        return Encoding.ASCII.GetBytes(rtf.Append('}').ToString());
    }

    public static string Plain(byte[] rtf)
    {
        var text = new StringBuilder();
        var source = Encoding.ASCII.GetString(rtf);
        var hidden = new Stack<bool>();
        var mute = false;
        for (var at = 0; at < source.Length; at++)
        {
            switch (source[at])
            {
                case '{':
                    hidden.Push(mute);
                    break;
                case '}':
                    mute = hidden.Count > 0 && hidden.Pop();
                    break;
                case '\\':
                    at = Control(source, at + 1, text, ref mute);
                    break;
                case '\r' or '\n':
                    break;
                default:
                    Append(text, source[at], mute);
                    break;
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, char c, bool mute)
    {
        if (!mute)
        {
            text.Append(c);
        }
    }

    /// <summary>Gives the place of the control's last character.</summary>
    private static int Control(string source, int at, StringBuilder text, ref bool mute)
    {
        if (!char.IsAsciiLetter(source[at]))
        {
            mute |= source[at] == '*';
            if (source[at] == '\'')
            {
                Append(text, (char)Convert.ToInt32(source.Substring(at + 1, 2), 16), mute);
                return at + 2;
            }

            Append(text, source[at], mute || source[at] == '*');
            return at;
        }

        var end = at;
        while (end < source.Length && char.IsAsciiLetter(source[end]))
        {
            end++;
        }

        var word = source[at..end];
        var number = end;
        while (number < source.Length && (char.IsAsciiDigit(source[number]) || (number == end && source[number] == '-')))
        {
            number++;
        }

        mute |= NoText.Contains(word);
        if (word is "par" or "line" && !mute)
        {
            text.Append("\r\n");
        }
        else if (word == "tab")
        {
            Append(text, '\t', mute);
        }
        else if (word == "u" && number > end)
        {
            Append(text, (char)(short)int.Parse(source[end..number], CultureInfo.InvariantCulture), mute);
            return number < source.Length && source[number] == '?' ? number : number - 1;
        }

        return number < source.Length && source[number] == ' ' ? number : number - 1;
    }
}

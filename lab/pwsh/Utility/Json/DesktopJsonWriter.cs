using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// JSON as 5.1 writes it: ' &lt; &gt; &amp; and controls escaped, dates as \/Date(ms)\/, indentation that follows the column of the
/// opening bracket, two blanks behind the colon.
/// </summary>
internal static class DesktopJsonWriter
{
    public static string Write(object? value, bool compress)
    {
        var text = new StringBuilder();
        Write(text, value, compress ? null : 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int? column)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case bool flag: text.Append(flag ? "true" : "false"); break;
            case string or Guid: Quote(text, value.ToString()!); break;
            case Uri uri: Quote(text, uri.GetComponents(UriComponents.SerializationInfoString, UriFormat.UriEscaped)); break;
            case DateTime date: text.Append("\"\\/Date(").Append(Milliseconds(date)).Append(")\\/\""); break;
            case DateTimeOffset date: text.Append("\"\\/Date(").Append(Milliseconds(date.UtcDateTime)).Append(")\\/\""); break;
            case OrderedDictionary table:
                WriteBlock(text, '{', '}', [.. table.Cast<DictionaryEntry>().Select(entry => ((string?)entry.Key, entry.Value))], column);
                break;
            case IList list:
                WriteBlock(text, '[', ']', [.. list.Cast<object?>().Select(item => ((string?)null, item))], column);
                break;
            case double or float: text.Append(((IFormattable)value).ToString("R", CultureInfo.InvariantCulture)); break;
            default: text.Append(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)); break;
        }
    }

    private static void WriteBlock(StringBuilder text, char open, char close, (string? Name, object? Value)[] items, int? column)
    {
        text.Append(open);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) { text.Append(','); }
            var inner = column + 4;
            if (inner is { } blanks) { text.Append("\r\n").Append(' ', blanks); }
            if (items[i].Name is { } name)
            {
                var start = text.Length;
                Quote(text, name);
                text.Append(inner is null ? ":" : ":  ");
                inner += text.Length - start;
            }
            Write(text, items[i].Value, inner);
        }
        // 5.1 breaks the line inside an empty block too.
        if (column is { } outer) { text.Append(items.Length == 0 ? "\r\n\r\n" : "\r\n").Append(' ', outer); }
        text.Append(close);
    }

    private static long Milliseconds(DateTime date) => (date.ToUniversalTime().Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ' or '\'' or '<' or '>' or '&' or '\u0085' or '\u2028' or '\u2029':
                    text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default: text.Append(c); break;
            }
        }
        text.Append('"');
    }
}

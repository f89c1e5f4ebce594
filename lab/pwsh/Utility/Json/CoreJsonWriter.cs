using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;

namespace Microsoft.PowerShell.Commands;

/// <summary>JSON as 7.x writes it (Newtonsoft.Json, two blanks of indentation).</summary>
internal static class CoreJsonWriter
{
    public static string Write(object? value, bool compress, StringEscapeHandling escape)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text)
        {
            Formatting = compress ? Formatting.None : Formatting.Indented,
            StringEscapeHandling = escape,
        };
        Write(writer, value);
        writer.Flush();
        return text.ToString();
    }

    private static void Write(JsonTextWriter writer, object? value)
    {
        switch (value)
        {
            case OrderedDictionary table:
                writer.WriteStartObject();
                foreach (DictionaryEntry entry in table)
                {
                    writer.WritePropertyName((string)entry.Key);
                    Write(writer, entry.Value);
                }
                writer.WriteEndObject();
                break;
            case IList list:
                writer.WriteStartArray();
                foreach (var item in list) { Write(writer, item); }
                writer.WriteEndArray();
                break;
            case BigInteger number:
                writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteValue(value);
                break;
        }
    }
}

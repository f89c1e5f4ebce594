using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text.RegularExpressions;
using M2K.Lab.Pwsh.Hosting;
using Newtonsoft.Json;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// JSON to objects. 7.x: Int64, then BigInteger, Double, ISO text to DateTime. 5.1: Int32, then Int64, Decimal, Double for exponents,
/// dates left as text but for \/Date(ms)\/.
/// </summary>
internal sealed partial class JsonReading(bool asHashtable, JsonDateKind dates, int depth)
{
    public object? Read(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            MaxDepth = depth,
            // Every date rule is applied here, on the text, so that one reader serves both editions.
            DateParseHandling = LabEdition.IsDesktop || dates == JsonDateKind.String ? DateParseHandling.None
                : dates == JsonDateKind.Offset ? DateParseHandling.DateTimeOffset : DateParseHandling.DateTime,
            DateTimeZoneHandling = dates switch
            {
                JsonDateKind.Local => DateTimeZoneHandling.Local,
                JsonDateKind.Utc => DateTimeZoneHandling.Utc,
                _ => DateTimeZoneHandling.RoundtripKind,
            },
            FloatParseHandling = LabEdition.IsDesktop ? FloatParseHandling.Decimal : FloatParseHandling.Double,
        };
        Advance(reader);
        var value = ReadValue(reader);
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment) { throw new JsonReaderException($"Additional text found in JSON string after parsing the content. Path '{reader.Path}', line {reader.LineNumber}."); }
        }
        return value;
    }

    private object? ReadValue(JsonTextReader reader) => reader.TokenType switch
    {
        JsonToken.StartObject => asHashtable ? ReadTable(reader) : ReadObject(reader),
        JsonToken.StartArray => ReadArray(reader),
        JsonToken.Null or JsonToken.Undefined => null,
        JsonToken.Integer => Integer(reader.Value!),
        JsonToken.Float when LabEdition.IsDesktop && reader.Value is decimal number => number,
        JsonToken.String when LabEdition.IsDesktop => DesktopText((string)reader.Value!),
        JsonToken.StartConstructor or JsonToken.EndConstructor => throw new JsonReaderException("Unexpected constructor."),
        _ => reader.Value,
    };

    private object?[] ReadArray(JsonTextReader reader)
    {
        var items = new List<object?>();
        while (Advance(reader) != JsonToken.EndArray) { items.Add(ReadValue(reader)); }
        return [.. items];
    }

    private PSObject ReadObject(JsonTextReader reader)
    {
        var result = new PSObject();
        while (Advance(reader) != JsonToken.EndObject)
        {
            var name = (string)reader.Value!;
            if (name.Length == 0)
            {
                throw new JsonReadingException("EmptyKeyInJsonString", "The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.");
            }
            var known = result.Properties[name];
            if (known is not null && known.Name != name)
            {
                throw new JsonReadingException(LabEdition.IsDesktop ? "DuplicateKeysInJsonString" : "KeysWithDifferentCasingInJsonString",
                    $"Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '{known.Name}' was '{name}'.");
            }
            Advance(reader);
            var value = ReadValue(reader);
            if (known is null) { result.Properties.Add(new PSNoteProperty(name, value)); }
            else { known.Value = value; }
        }
        return result;
    }

    private OrderedHashtable ReadTable(JsonTextReader reader)
    {
        var result = new OrderedHashtable();
        while (Advance(reader) != JsonToken.EndObject)
        {
            var name = (string)reader.Value!;
            Advance(reader);
            result[name] = ReadValue(reader);
        }
        return result;
    }

    private static object Integer(object value)
    {
        if (!LabEdition.IsDesktop) { return value; }
        return value switch
        {
            long number when number is >= int.MinValue and <= int.MaxValue => (int)number,
            BigInteger number when BigInteger.Abs(number) <= new BigInteger(decimal.MaxValue) => (decimal)number,
            BigInteger number => (double)number,
            _ => value,
        };
    }

    private static object DesktopText(string text)
    {
        var match = MicrosoftDate().Match(text);
        return match.Success && long.TryParse(match.Groups[1].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTime.UnixEpoch.AddMilliseconds(milliseconds)
            : text;
    }

    /// <summary>The next token that is no comment.</summary>
    private static JsonToken Advance(JsonTextReader reader)
    {
        do
        {
            if (!reader.Read()) { throw new JsonReaderException($"Unexpected end when reading JSON. Path '{reader.Path}', line {reader.LineNumber}, position {reader.LinePosition}."); }
        }
        while (reader.TokenType == JsonToken.Comment);
        return reader.TokenType;
    }

    [GeneratedRegex(@"^/Date\((-?[0-9]+)([+-][0-9]{4})?\)/$")]
    private static partial Regex MicrosoftDate();
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace M2K.Lab.Outlook;

/// <summary>VARIANT values in JSON without losing their type: {"d": date}, {"x": base64 bytes}, {"f": double}; the rest is plain.</summary>
internal sealed class ValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => reader.GetInt32(),
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.StartArray => JsonSerializer.Deserialize<List<object?>>(ref reader, options)!.ToArray(),
        JsonTokenType.StartObject => Tagged(ref reader),
        _ => throw new JsonException("No value of a mailbox: " + reader.TokenType),
    };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case double real: Tag(writer, "f", real.ToString("R", CultureInfo.InvariantCulture)); break;
            case DateTime date: Tag(writer, "d", date.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture)); break;
            case byte[] bytes: Tag(writer, "x", Convert.ToBase64String(bytes)); break;
            case object?[] list: JsonSerializer.Serialize(writer, list.ToList(), options); break;
            default: throw new JsonException("No value of a mailbox: " + value.GetType().FullName);
        }
    }

    private static void Tag(Utf8JsonWriter writer, string tag, string text)
    {
        writer.WriteStartObject();
        writer.WriteString(tag, text);
        writer.WriteEndObject();
    }

    private static object Tagged(ref Utf8JsonReader reader)
    {
        reader.Read();
        var tag = reader.GetString();
        reader.Read();
        var text = reader.GetString()!;
        reader.Read();
        return tag switch
        {
            "f" => double.Parse(text, CultureInfo.InvariantCulture),
            "d" => DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
            "x" => Convert.FromBase64String(text),
            _ => throw new JsonException("No value of a mailbox: " + tag),
        };
    }
}

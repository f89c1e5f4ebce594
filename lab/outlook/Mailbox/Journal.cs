using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace M2K.Lab.Outlook;

/// <summary>
/// The mailbox file as text: a header line with an epoch, then one JSON line a committed change. A torn last line (process killed while writing)
/// is not a change; whoever writes next cuts it off.
/// </summary>
internal static class Journal
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new ValueConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const string HeaderStart = "{\"lab\":\"outlook\",\"version\":1,\"epoch\":\"";

    public const int HeaderLength = 38 + 32 + 3;

    public static string Header(Guid epoch) => HeaderStart + epoch.ToString("N") + "\"}\n";

    public static string Epoch(string header) =>
        header.StartsWith(HeaderStart, StringComparison.Ordinal) && header.Length == HeaderLength
            ? header[HeaderStart.Length..^3]
            : throw new InvalidDataException("Not a mailbox of lab/outlook: make one with New-LabMailbox.");

    public static byte[] Line(JournalEntry entry) => [.. JsonSerializer.SerializeToUtf8Bytes(entry, Options), (byte)'\n'];

    public static JournalEntry Entry(ReadOnlySpan<byte> line) => JsonSerializer.Deserialize<JournalEntry>(line, Options)!;

    public static string HeaderOf(Stream file)
    {
        var bytes = new byte[HeaderLength];
        file.Position = 0;
        return Encoding.ASCII.GetString(bytes, 0, file.ReadAtLeast(bytes, HeaderLength, throwOnEndOfStream: false));
    }
}

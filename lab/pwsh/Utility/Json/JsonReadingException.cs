namespace Microsoft.PowerShell.Commands;

/// <summary>JSON that is well formed but cannot become an object: doubled or empty keys.</summary>
internal sealed class JsonReadingException(string id, string message) : Exception(message)
{
    public string Id => id;
}

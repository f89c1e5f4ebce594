using System.Collections;
using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;
using Newtonsoft.Json;

namespace Microsoft.PowerShell.Commands;

/// <summary>ConvertFrom-Json. The reading itself is <see cref="JsonReading"/>'s.</summary>
[Cmdlet(VerbsData.ConvertFrom, "Json")]
public sealed class ConvertFromJsonCommand : PSCmdlet, IDynamicParameters
{
    /// <summary>JavaScriptSerializer's limit, which 5.1 does not raise.</summary>
    private const int DesktopMaxCharacters = 2_097_152;

    private readonly NewerParameters newer = new();
    private readonly List<string> input = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputObject { get; set; } = "";

    public object? GetDynamicParameters() => LabEdition.IsDesktop ? null : newer;

    protected override void ProcessRecord() => input.Add(InputObject);

    protected override void EndProcessing()
    {
        if (input.Count == 0) { return; }
        var texts = input.Count == 1 || IsWhole(input[0]) ? input : [string.Join(Environment.NewLine, input)];
        foreach (var text in texts) { Convert(text); }
    }

    private void Convert(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) { return; }
        if (LabEdition.IsDesktop && text.Length > DesktopMaxCharacters)
        {
            throw new InvalidOperationException("Error during serialization or deserialization using the JSON JavaScriptSerializer. The length of the string exceeds the value set on the maxJsonLength property.");
        }
        var value = Read(text);
        // 5.1 writes an array as one object; 7.x unrolls it unless -NoEnumerate says not to.
        WriteObject(value, enumerateCollection: !LabEdition.IsDesktop && !newer.NoEnumerate && value is IList);
    }

    private object? Read(string text)
    {
        try
        {
            return new JsonReading(newer.AsHashtable, newer.DateKind, newer.Depth).Read(text);
        }
        catch (JsonReadingException error)
        {
            ThrowTerminatingError(new ErrorRecord(new InvalidOperationException(error.Message), error.Id, ErrorCategory.InvalidOperation, null));
            return null;
        }
        catch (JsonException error)
        {
            throw new ArgumentException(LabEdition.IsDesktop ? "Invalid JSON primitive: " + error.Message : $"Conversion from JSON failed with error: {error.Message}", error);
        }
    }

    /// <summary>Whether the first of several lines is JSON by itself; if not, the lines are one text.</summary>
    private bool IsWhole(string text)
    {
        try
        {
            new JsonReading(newer.AsHashtable, newer.DateKind, newer.Depth).Read(text);
            return !LabEdition.IsDesktop || input.Count == 1;
        }
        catch (Exception error) when (error is JsonException or JsonReadingException)
        {
            return false;
        }
    }

    /// <summary>What 7.x has and 5.1 lacks.</summary>
    public sealed class NewerParameters
    {
        [Parameter]
        public SwitchParameter AsHashtable { get; set; }

        [Parameter]
        [ValidateRange(1, int.MaxValue)]
        public int Depth { get; set; } = 1024;

        [Parameter]
        public SwitchParameter NoEnumerate { get; set; }

        [Parameter]
        public JsonDateKind DateKind { get; set; } = JsonDateKind.Default;
    }
}

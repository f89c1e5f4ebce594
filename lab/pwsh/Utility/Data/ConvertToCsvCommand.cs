using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>ConvertTo-Csv, always quoted.</summary>
[Cmdlet(VerbsData.ConvertTo, "Csv")]
[OutputType(typeof(string))]
public sealed class ConvertToCsvCommand : PSCmdlet
{
    private string[]? header;

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = null!;

    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    [Parameter]
    [Alias("NTI")]
    public SwitchParameter NoTypeInformation { get; set; }

    protected override void ProcessRecord()
    {
        if (header is null)
        {
            header = [.. InputObject.Properties.Select(property => property.Name)];
            // 5.1 writes the type in front unless told not to; 7.x only when told to.
            if (LabEdition.IsDesktop && !NoTypeInformation) { WriteObject($"#TYPE {InputObject.TypeNames[0]}"); }
            WriteObject(string.Join(Delimiter, header.Select(Quote)));
        }
        WriteObject(string.Join(Delimiter, header.Select(name => InputObject.Properties[name]?.Value is { } value ? Quote(PSObject.AsPSObject(value).ToString()) : "")));
    }

    private static string Quote(string text) => '"' + text.Replace("\"", "\"\"") + '"';
}

using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Rename-Item.</summary>
[Cmdlet(VerbsCommon.Rename, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "ByPath")]
public sealed class RenameItemCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ByPath")]
    public string Path { get; set; } = "";

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ByLiteralPath")]
    [Alias("PSPath", "LP")]
    public string LiteralPath { get => Path; set => Path = value; }

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string NewName { get; set; } = "";

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"Item: {Path} Destination: {NewName}", "Rename File")) { return; }
        ProviderCall.Try(this, () =>
        {
            var renamed = InvokeProvider.Item.Rename(Path, NewName, Force);
            if (PassThru) { WriteObject(renamed, enumerateCollection: true); }
        });
    }
}

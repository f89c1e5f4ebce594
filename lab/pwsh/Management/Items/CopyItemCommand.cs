using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Copy-Item.</summary>
[Cmdlet(VerbsCommon.Copy, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class CopyItemCommand : ItemCommandBase
{
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Destination { get; set; } = "";

    [Parameter]
    public SwitchParameter Container { get; set; } = true;

    [Parameter]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(Resolve))
        {
            if (!ShouldProcess($"Item: {path} Destination: {Destination}", "Copy File")) { continue; }
            ProviderCall.Try(this, () =>
            {
                var made = InvokeProvider.Item.Copy([path], Destination, Recurse, Container ? CopyContainers.CopyTargetContainer : CopyContainers.CopyChildrenOfTargetContainer, Force, literalPath: true);
                if (PassThru) { WriteObject(made, enumerateCollection: true); }
            });
        }
    }
}

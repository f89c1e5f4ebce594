using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Move-Item.</summary>
[Cmdlet(VerbsCommon.Move, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class MoveItemCommand : ItemCommandBase
{
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Destination { get; set; } = ".";

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(Resolve))
        {
            if (!ShouldProcess($"Item: {path} Destination: {Destination}", "Move File")) { continue; }
            ProviderCall.Try(this, () =>
            {
                var moved = InvokeProvider.Item.Move([path], Destination, Force, literalPath: true);
                if (PassThru) { WriteObject(moved, enumerateCollection: true); }
            });
        }
    }
}

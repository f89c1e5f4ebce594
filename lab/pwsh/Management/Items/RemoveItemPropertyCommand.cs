using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Remove-ItemProperty.</summary>
[Cmdlet(VerbsCommon.Remove, "ItemProperty", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class RemoveItemPropertyCommand : ItemCommandBase
{
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSProperty")]
    public string[] Name { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(Resolve))
        {
            foreach (var name in Name)
            {
                if (!ShouldProcess($"Item: {path} Property: {name}", "Remove Property")) { continue; }
                ProviderCall.Try(this, () => InvokeProvider.Property.Remove([path], name, Force, literalPath: true));
            }
        }
    }
}

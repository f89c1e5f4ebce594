using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Item.</summary>
[Cmdlet(VerbsCommon.Get, "Item", DefaultParameterSetName = "Path")]
public sealed class GetItemCommand : ItemCommandBase
{
    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(Resolve))
        {
            ProviderCall.Try(this, () => WriteObject(InvokeProvider.Item.Get([path], force: true, literalPath: true), enumerateCollection: true));
        }
    }
}

using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-ItemProperty.</summary>
[Cmdlet(VerbsCommon.Get, "ItemProperty", DefaultParameterSetName = "Path")]
public sealed class GetItemPropertyCommand : ItemCommandBase
{
    [Parameter(Position = 1)]
    [Alias("PSProperty")]
    public string[] Name { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(Resolve))
        {
            ProviderCall.Try(this, () => WriteObject(InvokeProvider.Property.Get([path], [.. Name], literalPath: true), enumerateCollection: true));
        }
    }
}

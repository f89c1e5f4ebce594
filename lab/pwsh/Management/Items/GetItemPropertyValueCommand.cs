using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-ItemPropertyValue.</summary>
[Cmdlet(VerbsCommon.Get, "ItemPropertyValue", DefaultParameterSetName = "Path")]
public sealed class GetItemPropertyValueCommand : ItemCommandBase
{
    [Parameter(Position = 1, Mandatory = true)]
    [Alias("PSProperty")]
    public string[] Name { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(Resolve))
        {
            ProviderCall.Try(this, () =>
            {
                foreach (var found in InvokeProvider.Property.Get([path], [.. Name], literalPath: true))
                {
                    foreach (var name in Name) { if (found.Properties[name] is { } property) { WriteObject(property.Value); } }
                }
            });
        }
    }
}

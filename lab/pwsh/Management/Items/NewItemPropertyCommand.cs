using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>New-ItemProperty.</summary>
[Cmdlet(VerbsCommon.New, "ItemProperty", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class NewItemPropertyCommand : ItemCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true)]
    public override string[] Path { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSProperty")]
    public string Name { get; set; } = "";

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Type")]
    public string? PropertyType { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(Resolve))
        {
            if (!ShouldProcess($"Item: {path} Property: {Name}", "New Property")) { continue; }
            ProviderCall.Try(this, () => WriteObject(InvokeProvider.Property.New([path], Name, PropertyType, Value, Force, literalPath: true), enumerateCollection: true));
        }
    }
}

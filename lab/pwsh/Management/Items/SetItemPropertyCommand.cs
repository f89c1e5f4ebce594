using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Set-ItemProperty, by name and value.</summary>
[Cmdlet(VerbsCommon.Set, "ItemProperty", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class SetItemPropertyCommand : ItemCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, Mandatory = true)]
    public override string[] Path { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSProperty")]
    public string Name { get; set; } = "";

    [Parameter(Position = 2, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public object? Value { get; set; }

    [Parameter]
    public string? Type { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(Resolve))
        {
            if (!ShouldProcess($"Item: {path} Property: {Name}", "Set Property")) { continue; }
            ProviderCall.Try(this, () =>
            {
                // The registry's value type is a provider parameter that only -New can pass on.
                if (Type is not null) { InvokeProvider.Property.New([path], Name, Type, Value, force: true, literalPath: true); }
                else
                {
                    var values = new PSObject();
                    values.Properties.Add(new PSNoteProperty(Name, Value));
                    InvokeProvider.Property.Set([path], values, Force, literalPath: true);
                }
            });
        }
    }
}

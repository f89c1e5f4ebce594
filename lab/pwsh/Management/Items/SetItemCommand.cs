using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Set-Item.</summary>
[Cmdlet(VerbsCommon.Set, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class SetItemCommand : ItemCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipelineByPropertyName = true, Mandatory = true)]
    public override string[] Path { get; set; } = [];

    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            if (!ShouldProcess($"Item: {path} Value: {Value}", "Set Item")) { continue; }
            ProviderCall.Try(this, () =>
            {
                var set = InvokeProvider.Item.Set([path], Value, Force, Literal);
                if (PassThru) { WriteObject(set, enumerateCollection: true); }
            });
        }
    }
}

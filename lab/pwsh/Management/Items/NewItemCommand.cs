using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>New-Item.</summary>
[Cmdlet(VerbsCommon.New, "Item", DefaultParameterSetName = "pathSet", SupportsShouldProcess = true)]
public sealed class NewItemCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "pathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "nameSet", ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = [""];

    [Parameter(ParameterSetName = "nameSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Type")]
    public string ItemType { get; set; } = "";

    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Target")]
    public object? Value { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            var target = string.IsNullOrEmpty(Name) ? path : SessionState.Path.Combine(path.Length == 0 ? "." : path, Name);
            if (!ShouldProcess($"Destination: {SessionState.Path.GetUnresolvedProviderPathFromPSPath(target)}", $"Create {(ItemType.Length == 0 ? "File" : ItemType)}")) { continue; }
            ProviderCall.Try(this, () => WriteObject(InvokeProvider.Item.New([target], null, ItemType, Value, Force), enumerateCollection: true));
        }
    }
}

using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Push-Location.</summary>
[Cmdlet(VerbsCommon.Push, "Location", DefaultParameterSetName = "Path")]
[OutputType(typeof(PathInfo))]
public sealed class PushLocationCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string? Path { get; set; }

    [Parameter(ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string? LiteralPath { get => Path; set => Path = value is null ? null : WildcardPattern.Escape(value); }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public string StackName { get; set; } = "";

    protected override void ProcessRecord() => ProviderCall.Try(this, () =>
    {
        SessionState.Path.PushCurrentLocation(StackName);
        if (Path is not null) { SessionState.Path.SetLocation(Path); }
        if (PassThru) { WriteObject(SessionState.Path.CurrentLocation); }
    });
}

using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Convert-Path.</summary>
[Cmdlet(VerbsData.Convert, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(string))]
public sealed class ConvertPathCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = [];

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get => Path; set => Path = [.. value.Select(WildcardPattern.Escape)]; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            ProviderCall.Try(this, () => WriteObject(SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _), enumerateCollection: true));
        }
    }
}

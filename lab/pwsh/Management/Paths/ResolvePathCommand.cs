using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Resolve-Path.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(PathInfo), typeof(string))]
public sealed class ResolvePathCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = [];

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get => Path; set => Path = [.. value.Select(WildcardPattern.Escape)]; }

    [Parameter]
    public SwitchParameter Relative { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            ProviderCall.Try(this, () =>
            {
                foreach (var found in SessionState.Path.GetResolvedPSPathFromPSPath(path))
                {
                    if (!Relative) { WriteObject(found); }
                    else
                    {
                        var relative = System.IO.Path.GetRelativePath(SessionState.Path.CurrentFileSystemLocation.ProviderPath, found.ProviderPath);
                        WriteObject(relative.StartsWith('.') ? relative : System.IO.Path.Combine(".", relative));
                    }
                }
            });
        }
    }
}

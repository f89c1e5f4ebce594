using System.Management.Automation;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Join-Path. A third part and more are 7.x's only.</summary>
[Cmdlet(VerbsCommon.Join, "Path")]
[OutputType(typeof(string))]
public sealed class JoinPathCommand : PSCmdlet, IDynamicParameters
{
    private readonly NewerParameters newer = new();

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string[] Path { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string ChildPath { get; set; } = "";

    [Parameter]
    public SwitchParameter Resolve { get; set; }

    public object? GetDynamicParameters() => LabEdition.IsDesktop ? null : newer;

    protected override void ProcessRecord()
    {
        var child = newer.AdditionalChildPath.Aggregate(ChildPath ?? "", (joined, part) => SessionState.Path.Combine(joined, part));
        foreach (var path in Path)
        {
            string joined;
            try
            {
                joined = SessionState.Path.Combine(path, child);
            }
            catch (Exception error) when (error is DriveNotFoundException or ProviderNotFoundException or PSNotSupportedException)
            {
                WriteError(new ErrorRecord(error, (error as IContainsErrorRecord)?.ErrorRecord.FullyQualifiedErrorId ?? "JoinPath", ErrorCategory.InvalidArgument, path));
                continue;
            }
            if (!Resolve) { WriteObject(joined); }
            else { foreach (var found in SessionState.Path.GetResolvedPSPathFromPSPath(joined)) { WriteObject(found.Path); } }
        }
    }

    /// <summary>What 7.x has and 5.1 lacks.</summary>
    public sealed class NewerParameters
    {
        [Parameter(Position = 2, ValueFromPipelineByPropertyName = true, ValueFromRemainingArguments = true)]
        [AllowEmptyString]
        [AllowEmptyCollection]
        public string[] AdditionalChildPath { get; set; } = [];
    }
}

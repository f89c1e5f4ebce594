using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Split-Path.</summary>
[Cmdlet(VerbsCommon.Split, "Path", DefaultParameterSetName = "ParentSet")]
[OutputType(typeof(string), typeof(bool))]
public sealed class SplitPathCommand : PSCmdlet, IDynamicParameters
{
    private readonly NewerParameters newer = new();

    [Parameter(Position = 0, ParameterSetName = "ParentSet", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "LeafSet", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "LeafBaseSet", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "ExtensionSet", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "QualifierSet", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "NoQualifierSet", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "IsAbsoluteSet", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = [];

    [Parameter(ParameterSetName = "LiteralPathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get => Path; set => Path = value; }

    [Parameter(ParameterSetName = "ParentSet")]
    public SwitchParameter Parent { get; set; } = true;

    [Parameter(ParameterSetName = "LeafSet", Mandatory = true)]
    public SwitchParameter Leaf { get; set; }

    [Parameter(ParameterSetName = "QualifierSet", Mandatory = true)]
    public SwitchParameter Qualifier { get; set; }

    [Parameter(ParameterSetName = "NoQualifierSet", Mandatory = true)]
    public SwitchParameter NoQualifier { get; set; }

    [Parameter(ParameterSetName = "IsAbsoluteSet", Mandatory = true)]
    public SwitchParameter IsAbsolute { get; set; }

    [Parameter]
    public SwitchParameter Resolve { get; set; }

    public object? GetDynamicParameters() => LabEdition.IsDesktop ? null : newer;

    protected override void ProcessRecord()
    {
        foreach (var given in Path)
        {
            IEnumerable<string> paths = Resolve ? SessionState.Path.GetResolvedPSPathFromPSPath(given).Select(found => found.Path) : [given];
            foreach (var path in paths) { Split(path); }
        }
    }

    private void Split(string path)
    {
        if (Leaf) { WriteObject(SessionState.Path.ParseChildName(path)); }
        else if (newer.LeafBase) { WriteObject(System.IO.Path.GetFileNameWithoutExtension(SessionState.Path.ParseChildName(path))); }
        else if (newer.Extension) { WriteObject(System.IO.Path.GetExtension(SessionState.Path.ParseChildName(path))); }
        else if (IsAbsolute) { WriteObject(SessionState.Path.IsPSAbsolute(path, out _) || System.IO.Path.IsPathRooted(path)); }
        else if (Qualifier)
        {
            var colon = path.IndexOf(':');
            if (colon > 0) { WriteObject(path[..(colon + 1)]); }
            else { WriteError(new ErrorRecord(new FormatException($"Cannot parse path because path '{path}' does not have a qualifier specified."), "ParsePathFormatError", ErrorCategory.InvalidArgument, path)); }
        }
        else if (NoQualifier) { WriteObject(path[(path.IndexOf(':') + 1)..]); }
        else { WriteObject(SessionState.Path.ParseParent(path, null)); }
    }

    /// <summary>What 7.x has and 5.1 lacks.</summary>
    public sealed class NewerParameters
    {
        [Parameter(ParameterSetName = "LeafBaseSet", Mandatory = true)]
        public SwitchParameter LeafBase { get; set; }

        [Parameter(ParameterSetName = "ExtensionSet", Mandatory = true)]
        public SwitchParameter Extension { get; set; }
    }
}

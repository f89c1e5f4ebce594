using System.Management.Automation;
using System.Management.Automation.Language;

namespace Microsoft.PowerShell.Commands;

/// <summary>Import-PowerShellDataFile: the hashtable of a .psd1, read without running anything.</summary>
[Cmdlet(VerbsData.Import, "PowerShellDataFile", DefaultParameterSetName = "ByPath")]
public sealed class ImportPowerShellDataFileCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByPath")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByLiteralPath", ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get => Path; set => Path = value; }

    [Parameter]
    public SwitchParameter SkipLimitCheck { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            var files = ParameterSetName == "ByPath"
                ? SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _)
                : [SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)];
            foreach (var file in files) { Read(file); }
        }
    }

    private void Read(string file)
    {
        if (!File.Exists(file))
        {
            Fail($"Cannot find path '{file}' because it does not exist.", "PathNotFound", file);
            return;
        }
        var tree = Parser.ParseFile(file, out _, out var errors);
        if (errors.Length > 0)
        {
            Fail($"The file '{file}' could not be parsed as a PowerShell Data File.", "CouldNotParseAsPowerShellDataFile", file);
            return;
        }
        if (tree.Find(node => node is HashtableAst, searchNestedScriptBlocks: false) is not HashtableAst table)
        {
            Fail($"The file '{file}' could not be parsed as a PowerShell Data File because no hashtable was found.", "CouldNotParseAsPowerShellDataFileNoHashtableRoot", file);
            return;
        }
        WriteObject(table.SafeGetValue());
    }

    private void Fail(string message, string id, string file) =>
        WriteError(new ErrorRecord(new InvalidOperationException(message), id, ErrorCategory.InvalidData, file));
}

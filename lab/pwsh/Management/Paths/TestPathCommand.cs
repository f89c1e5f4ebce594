using System.Management.Automation;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;

namespace Microsoft.PowerShell.Commands;

/// <summary>Test-Path.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(bool))]
public sealed class TestPathCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[] Path { get; set; } = [];

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[] LiteralPath { get => Path; set => Path = value; }

    [Parameter]
    [Alias("Type")]
    public TestPathType PathType { get; set; } = TestPathType.Any;

    [Parameter]
    public SwitchParameter IsValid { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path ?? [])
        {
            if (path is null)
            {
                WriteError(new ErrorRecord(new ArgumentNullException("Path", "The provided Path argument was null or an empty collection."), "NullPathNotPermitted", ErrorCategory.InvalidArgument, null));
                continue;
            }
            WriteObject(!string.IsNullOrWhiteSpace(path) && Test(path));
        }
    }

    private bool Test(string path)
    {
        var literal = ParameterSetName == "LiteralPath";
        if (IsValid) { return SessionState.Path.IsValid(path); }
        try
        {
            if (!InvokeProvider.Item.Exists(path, force: false, literal)) { return false; }
            if (PathType == TestPathType.Any) { return true; }
            if (literal) { return InvokeProvider.Item.IsContainer(WildcardPattern.Escape(path)) == (PathType == TestPathType.Container); }
            return InvokeProvider.Item.IsContainer(path) == (PathType == TestPathType.Container);
        }
        catch (Exception error) when (error is DriveNotFoundException or ProviderNotFoundException or ItemNotFoundException or PSNotSupportedException)
        {
            return false;
        }
    }
}

using System.Management.Automation;
using System.Text;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Export-Clixml: objects to a file from which Import-Clixml makes them again.</summary>
[Cmdlet(VerbsData.Export, "Clixml", SupportsShouldProcess = true, DefaultParameterSetName = "ByPath")]
public sealed class ExportClixmlCommand : PSCmdlet
{
    private readonly List<object> input = [];

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByPath")]
    public string Path { get; set; } = "";

    [Parameter(Mandatory = true, ParameterSetName = "ByLiteralPath")]
    [Alias("PSPath", "LP")]
    public string LiteralPath { get => Path; set => Path = value; }

    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Depth { get; set; } = 2;

    [Parameter]
    [FileEncodingName]
    public Encoding Encoding { get; set; } = Encoding.Unicode;

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    protected override void ProcessRecord() => input.Add(InputObject!);

    protected override void EndProcessing()
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        if (!ShouldProcess(path)) { return; }
        if (NoClobber && File.Exists(path))
        {
            ThrowTerminatingError(new ErrorRecord(new IOException($"File '{path}' already exists and NoClobber was specified."), "NoClobber", ErrorCategory.ResourceExists, path));
        }
        if (Force && File.Exists(path)) { File.SetAttributes(path, File.GetAttributes(path) & ~FileAttributes.ReadOnly); }
        try
        {
            File.WriteAllText(path, EngineInternals.Serialize(input, Depth), Encoding);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(new ErrorRecord(error, "FileOpenFailure", ErrorCategory.OpenError, path));
        }
    }
}

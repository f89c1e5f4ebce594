using System.Management.Automation;
using System.Text;
using Microsoft.PowerShell.Commands.Internal.Format;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Out-File; also what redirection with > runs.</summary>
[Cmdlet(VerbsData.Out, "File", SupportsShouldProcess = true, DefaultParameterSetName = "ByPath")]
public sealed class OutFileCommand : FrontEndCommandBase
{
    private StreamWriter? writer;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByPath")]
    [Alias("Path")]
    public string FilePath { get; set; } = "";

    [Parameter(Mandatory = true, ParameterSetName = "ByLiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string LiteralPath { get => FilePath; set => FilePath = value; }

    [Parameter(Position = 1)]
    public object? Encoding { get; set; }

    [Parameter]
    public SwitchParameter Append { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int Width { get; set; } = -1;

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    protected override void BeginProcessing()
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(FilePath);
        var target = ShouldProcess(path, "Output to File") ? Open(path) : TextWriter.Null;
        // Redirection (>) gives no width: a table is then as wide as the host's screen, as in the real cmdlet.
        EngineFormatting.UseWriter(this, target, Width > 0 ? Width : Math.Max(Host.UI.RawUI.BufferSize.Width - 1, 2), NoNewline);
        base.BeginProcessing();
    }

    protected override void EndProcessing()
    {
        base.EndProcessing();
        writer?.Dispose();
    }

    protected override void InternalDispose()
    {
        base.InternalDispose();
        writer?.Dispose();
    }

    private StreamWriter Open(string path)
    {
        if (NoClobber && File.Exists(path))
        {
            ThrowTerminatingError(new ErrorRecord(new IOException($"File {path} already exists and NoClobber was specified."), "NoClobber", ErrorCategory.ResourceExists, path));
        }
        try
        {
            if (Force && File.Exists(path)) { File.SetAttributes(path, File.GetAttributes(path) & ~FileAttributes.ReadOnly); }
            var encoding = Encoding is null ? FileEncodings.OutFile : (Encoding)new FileEncodingNameAttribute().Transform(null!, Encoding);
            writer = new StreamWriter(new FileStream(path, Append ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read), encoding);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(new ErrorRecord(error, "FileOpenFailure", ErrorCategory.OpenError, path));
        }
        return writer!;
    }
}

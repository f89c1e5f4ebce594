using System.Management.Automation;
using System.Text;
using M2K.Lab.Pwsh.Hosting;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Content, without -Wait, -Delimiter and -Stream.</summary>
[Cmdlet(VerbsCommon.Get, "Content", DefaultParameterSetName = "Path")]
public sealed class GetContentCommand : PSCmdlet, IDynamicParameters
{
    private readonly NewerParameters newer = new();

    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = [];

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get => Path; set => Path = value; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long ReadCount { get; set; } = 1;

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("First", "Head")]
    [ValidateRange(0, long.MaxValue)]
    public long TotalCount { get; set; } = -1;

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Last")]
    [ValidateRange(0, int.MaxValue)]
    public int Tail { get; set; } = -1;

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter Raw { get; set; }

    [Parameter]
    public object? Encoding { get; set; }

    public object? GetDynamicParameters() => LabEdition.IsDesktop ? null : newer;

    protected override void ProcessRecord()
    {
        foreach (var given in Path)
        {
            foreach (var (path, provider) in ContentTarget.Existing(this, given, ParameterSetName == "LiteralPath"))
            {
                if (ContentTarget.IsFileSystem(provider)) { ReadFile(path); }
                else { ReadProvider(given); }
            }
        }
    }

    private void ReadFile(string path)
    {
        if (Directory.Exists(path))
        {
            WriteError(new ErrorRecord(new UnauthorizedAccessException($"Access to the path '{path}' is denied."), "GetContentReaderUnauthorizedAccessError", ErrorCategory.PermissionDenied, path));
            return;
        }
        try
        {
            if (newer.AsByteStream || (LabEdition.IsDesktop && Encoding is not null && Encoding.ToString()!.Equals("Byte", StringComparison.OrdinalIgnoreCase))) { WriteBytes(File.ReadAllBytes(path)); }
            else if (Raw) { WriteObject(Annotate(File.ReadAllText(path, TextEncoding()), path, 1)); }
            else { WriteLines(path); }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            WriteError(ContentTarget.Failure(error, "GetContentReader", path));
        }
    }

    private void WriteLines(string path)
    {
        IEnumerable<string> lines = File.ReadLines(path, TextEncoding());
        if (TotalCount >= 0) { lines = lines.Take((int)Math.Min(TotalCount, int.MaxValue)); }
        if (Tail >= 0) { lines = lines.TakeLast(Tail); }
        if (ReadCount != 1)
        {
            foreach (var block in lines.Chunk(ReadCount <= 0 ? int.MaxValue - 1 : (int)ReadCount)) { WriteObject(block, enumerateCollection: false); }
            return;
        }
        var number = 0;
        foreach (var line in lines) { WriteObject(Annotate(line, path, ++number)); }
    }

    private void WriteBytes(byte[] bytes)
    {
        if (Raw || ReadCount == 0) { WriteObject(bytes, enumerateCollection: false); }
        else { foreach (var one in bytes) { WriteObject(one); } }
    }

    private void ReadProvider(string path)
    {
        foreach (var reader in InvokeProvider.Content.GetReader([path], force: Force, literalPath: ParameterSetName == "LiteralPath"))
        {
            using (reader)
            {
                for (var block = reader.Read(1); block is { Count: > 0 }; block = reader.Read(1))
                {
                    foreach (var item in block) { WriteObject(item); }
                }
            }
        }
    }

    private Encoding TextEncoding() => Encoding is null
        ? FileEncodings.Default
        : (Encoding)new FileEncodingNameAttribute().Transform(null!, Encoding);

    /// <summary>The notes by which a line knows its file; they are why 5.1's ConvertTo-Json shows lines as objects.</summary>
    private PSObject Annotate(string text, string path, int number)
    {
        var line = new PSObject(text);
        line.Properties.Add(new PSNoteProperty("PSPath", @"Microsoft.PowerShell.Core\FileSystem::" + path));
        line.Properties.Add(new PSNoteProperty("PSParentPath", @"Microsoft.PowerShell.Core\FileSystem::" + System.IO.Path.GetDirectoryName(path)));
        line.Properties.Add(new PSNoteProperty("PSChildName", System.IO.Path.GetFileName(path)));
        line.Properties.Add(new PSNoteProperty("ReadCount", (long)number));
        return line;
    }

    /// <summary>What 7.x has and 5.1 lacks.</summary>
    public sealed class NewerParameters
    {
        [Parameter]
        public SwitchParameter AsByteStream { get; set; }
    }
}

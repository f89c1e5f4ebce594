using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Provider;
using System.Text;
using M2K.Lab.Pwsh.Hosting;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>What Set-Content and Add-Content share: the file is opened at the first value and closed at the end.</summary>
public abstract class WriteContentCommandBase : PSCmdlet, IDynamicParameters, IDisposable
{
    private readonly NewerParameters newer = new();
    private readonly List<Stream> files = [];
    private readonly List<TextWriter> writers = [];
    private readonly List<IContentWriter> providers = [];
    private bool opened;

    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = [];

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get => Path; set => Path = value; }

    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object[]? Value { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    [Parameter]
    public object? Encoding { get; set; }

    protected abstract bool Append { get; }

    private bool Bytes => newer.AsByteStream || (LabEdition.IsDesktop && "Byte".Equals(Encoding?.ToString(), StringComparison.OrdinalIgnoreCase));

    public object? GetDynamicParameters() => LabEdition.IsDesktop ? null : newer;

    public void Dispose()
    {
        writers.ForEach(writer => writer.Dispose());
        files.ForEach(file => file.Dispose());
        providers.ForEach(writer => writer.Dispose());
        GC.SuppressFinalize(this);
    }

    protected override void ProcessRecord()
    {
        if (!opened) { Open(); }
        foreach (var item in Value ?? [])
        {
            if (Bytes) { foreach (var file in files) { file.WriteByte(LanguagePrimitives.ConvertTo<byte>(item)); } }
            foreach (var writer in writers) { Write(writer, item); }
        }
        foreach (var writer in providers) { writer.Write(Value ?? []); }
        if (PassThru) { WriteObject(Value, enumerateCollection: true); }
    }

    protected override void EndProcessing() => Dispose();

    private void Write(TextWriter writer, object? item)
    {
        // A collection inside the values is written item by item, as the provider does.
        if (item is PSObject { BaseObject: IEnumerable list and not string and not IDictionary }) { foreach (var inner in list) { Write(writer, inner); } return; }
        var text = item is null ? "" : PSObject.AsPSObject(item).ToString();
        if (NoNewline) { writer.Write(text); }
        else { writer.WriteLine(text); }
    }

    private void Open()
    {
        opened = true;
        foreach (var given in Path)
        {
            foreach (var (path, provider) in ContentTarget.ForWriting(this, given, ParameterSetName == "LiteralPath"))
            {
                if (!ShouldProcess($"Path: {path}", Append ? "Add Content" : "Set Content")) { continue; }
                if (ContentTarget.IsFileSystem(provider)) { OpenFile(path); }
                else { OpenProvider(given); }
            }
        }
    }

    private void OpenFile(string path)
    {
        try
        {
            if (Force && File.Exists(path)) { File.SetAttributes(path, File.GetAttributes(path) & ~FileAttributes.ReadOnly); }
            var given = Bytes || Encoding is null ? FileEncodings.Default : (Encoding)new FileEncodingNameAttribute().Transform(null!, Encoding);
            var encoding = Append && Encoding is null ? ContentTarget.EncodingOf(path, given) : given;
            var file = new FileStream(path, Append ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
            files.Add(file);
            if (!Bytes) { writers.Add(new StreamWriter(file, encoding)); }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            WriteError(ContentTarget.Failure(error, "GetContentWriter", path));
        }
    }

    private void OpenProvider(string path)
    {
        if (!Append) { InvokeProvider.Content.Clear([path], force: Force, literalPath: ParameterSetName == "LiteralPath"); }
        foreach (var writer in InvokeProvider.Content.GetWriter([path], force: Force, literalPath: ParameterSetName == "LiteralPath"))
        {
            if (Append) { writer.Seek(0, SeekOrigin.End); }
            providers.Add(writer);
        }
    }

    /// <summary>What 7.x has and 5.1 lacks.</summary>
    public sealed class NewerParameters
    {
        [Parameter]
        public SwitchParameter AsByteStream { get; set; }
    }
}

using System.Management.Automation;
using System.Xml;

namespace Microsoft.PowerShell.Commands;

/// <summary>Import-Clixml.</summary>
[Cmdlet(VerbsData.Import, "Clixml", DefaultParameterSetName = "ByPath", SupportsPaging = true)]
public sealed class ImportClixmlCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByPath", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "ByLiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get => Path; set => Path = value; }

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
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(new ErrorRecord(error, "FileOpenFailure", ErrorCategory.OpenError, file));
            return;
        }
        var skip = (long)PagingParameters.Skip;
        var first = PagingParameters.First == ulong.MaxValue ? long.MaxValue : (long)PagingParameters.First;
        foreach (var value in PSSerializer.DeserializeAsList(text))
        {
            if (skip-- > 0) { continue; }
            if (first-- <= 0) { return; }
            WriteObject(value);
        }
    }
}

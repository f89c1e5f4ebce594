using System.Management.Automation;
using System.Management.Automation.Runspaces;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Update-FormatData.</summary>
[Cmdlet(VerbsData.Update, "FormatData", SupportsShouldProcess = true, DefaultParameterSetName = "FileSet")]
public sealed class UpdateFormatDataCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "Path")]
    [ValidateNotNull]
    public string[] AppendPath { get; set; } = [];

    [Parameter]
    [ValidateNotNull]
    public string[] PrependPath { get; set; } = [];

    protected override void ProcessRecord()
    {
        var formats = EngineInternals.State(this).Formats;
        foreach (var path in Files(PrependPath).Reverse())
        {
            if (ShouldProcess($"FileName: {path}", "Update FormatData")) { PutFirst(formats, new SessionStateFormatEntry(path)); }
        }
        foreach (var path in Files(AppendPath))
        {
            if (ShouldProcess($"FileName: {path}", "Update FormatData")) { formats.Add(new SessionStateFormatEntry(path)); }
        }
        try
        {
            EngineInternals.Reload(this, formats: true);
        }
        catch (RuntimeException error)
        {
            WriteError(new ErrorRecord(error, "FormatXmlUpdateException", ErrorCategory.InvalidOperation, null));
        }
    }

    private static void PutFirst(InitialSessionStateEntryCollection<SessionStateFormatEntry> formats, SessionStateFormatEntry entry)
    {
        var all = formats.ToArray();
        formats.Clear();
        formats.Add(entry);
        formats.Add(all);
    }

    private IEnumerable<string> Files(string[] paths) =>
        paths.SelectMany(path => SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _));
}

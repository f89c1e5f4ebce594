using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Import-LocalizedData: the strings of a .psd1 from the folder of the UI culture, of its parents, or the base folder itself.
/// </summary>
[Cmdlet(VerbsData.Import, "LocalizedData")]
public sealed class ImportLocalizedDataCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    [Alias("Variable")]
    [ValidateNotNullOrEmpty]
    public string? BindingVariable { get; set; }

    [Parameter(Position = 1)]
    public string? UICulture { get; set; }

    [Parameter]
    public string? BaseDirectory { get; set; }

    [Parameter]
    public string? FileName { get; set; }

    [Parameter]
    [ValidateTrustedData]
    public string[]? SupportedCommand { get; set; }

    protected override void ProcessRecord()
    {
        if (FindFile() is not { } path) { return; }
        object? data;
        try
        {
            var script = InvokeCommand.NewScriptBlock(File.ReadAllText(path));
            script.CheckRestrictedLanguage(["ConvertFrom-StringData", .. SupportedCommand ?? []], null, false);
            data = script.InvokeReturnAsIs();
        }
        catch (RuntimeException error)
        {
            throw new PSInvalidOperationException($"The data file '{path}' cannot be loaded: {error.Message}", error);
        }
        if (BindingVariable is null) { WriteObject(data); }
        else { SessionState.PSVariable.Set(BindingVariable, data); }
    }

    private string? FindFile()
    {
        var caller = MyInvocation.ScriptName;
        if (string.IsNullOrEmpty(FileName) && string.IsNullOrEmpty(caller))
        {
            throw new PSInvalidOperationException("The FileName parameter was not specified. The FileName parameter is required when Import-LocalizedData is not called from a script file.");
        }
        if (!string.IsNullOrEmpty(Path.GetDirectoryName(FileName)))
        {
            throw new PSInvalidOperationException("The FileName parameter must not include a path.");
        }
        var given = !string.IsNullOrEmpty(BaseDirectory) ? BaseDirectory : string.IsNullOrEmpty(caller) ? "." : Path.GetDirectoryName(caller)!;
        var folder = SessionState.Path.GetUnresolvedProviderPathFromPSPath(given);
        var file = Path.GetFileNameWithoutExtension(string.IsNullOrEmpty(FileName) ? caller : FileName) + ".psd1";
        var culture = UICulture is null ? CultureInfo.CurrentUICulture : CultureInfo.GetCultureInfo(UICulture);
        for (var tried = culture; tried.Name.Length > 0; tried = tried.Parent)
        {
            var path = Path.Combine(folder, tried.Name, file);
            if (File.Exists(path)) { return path; }
        }
        if (File.Exists(Path.Combine(folder, file))) { return Path.Combine(folder, file); }
        var error = new PSInvalidOperationException($"Cannot find the Windows PowerShell data file '{file}' in directory '{Path.Combine(folder, culture.Name)}{Path.DirectorySeparatorChar}', or in any parent culture directories.");
        WriteError(new ErrorRecord(error, "ImportLocalizedData", ErrorCategory.ObjectNotFound, Path.Combine(folder, culture.Name, file)));
        return null;
    }
}

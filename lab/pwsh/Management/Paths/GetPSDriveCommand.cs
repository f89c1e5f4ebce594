using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-PSDrive.</summary>
[Cmdlet(VerbsCommon.Get, "PSDrive")]
[OutputType(typeof(PSDriveInfo))]
public sealed class GetPSDriveCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    public string[] PSProvider { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            var found = SessionState.Drive.GetAll().Where(drive => pattern.IsMatch(drive.Name)
                && (PSProvider.Length == 0 || PSProvider.Contains(drive.Provider.Name, StringComparer.OrdinalIgnoreCase))).ToList();
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(new ErrorRecord(new System.Management.Automation.DriveNotFoundException($"Cannot find drive. A drive with the name '{name}' does not exist."), "GetLocationNoMatchingDrive", ErrorCategory.ObjectNotFound, name));
            }
            WriteObject(found, enumerateCollection: true);
        }
    }
}

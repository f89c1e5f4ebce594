using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Location.</summary>
[Cmdlet(VerbsCommon.Get, "Location")]
[OutputType(typeof(PathInfo))]
public sealed class GetLocationCommand : PSCmdlet
{
    [Parameter]
    public SwitchParameter Stack { get; set; }

    [Parameter]
    public string[] StackName { get; set; } = [""];

    protected override void ProcessRecord()
    {
        if (!Stack) { WriteObject(SessionState.Path.CurrentLocation); }
        else { foreach (var name in StackName) { WriteObject(SessionState.Path.LocationStack(name)); } }
    }
}

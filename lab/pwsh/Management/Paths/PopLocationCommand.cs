using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Pop-Location.</summary>
[Cmdlet(VerbsCommon.Pop, "Location")]
[OutputType(typeof(PathInfo))]
public sealed class PopLocationCommand : PSCmdlet
{
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public string StackName { get; set; } = "";

    protected override void ProcessRecord() => ProviderCall.Try(this, () =>
    {
        var now = SessionState.Path.PopLocation(StackName);
        if (PassThru) { WriteObject(now); }
    });
}

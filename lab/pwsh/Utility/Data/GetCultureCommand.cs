using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Culture.</summary>
[Cmdlet(VerbsCommon.Get, "Culture")]
[OutputType(typeof(System.Globalization.CultureInfo))]
public sealed class GetCultureCommand : PSCmdlet
{
    protected override void BeginProcessing() => WriteObject(Thread.CurrentThread.CurrentCulture);
}

using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-UICulture.</summary>
[Cmdlet(VerbsCommon.Get, "UICulture")]
[OutputType(typeof(System.Globalization.CultureInfo))]
public sealed class GetUICultureCommand : PSCmdlet
{
    protected override void BeginProcessing() => WriteObject(Thread.CurrentThread.CurrentUICulture);
}

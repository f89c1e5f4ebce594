using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Set-Content.</summary>
[Cmdlet(VerbsCommon.Set, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class SetContentCommand : WriteContentCommandBase
{
    protected override bool Append => false;
}

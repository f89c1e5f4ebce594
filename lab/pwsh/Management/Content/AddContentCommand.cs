using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Add-Content.</summary>
[Cmdlet(VerbsCommon.Add, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class AddContentCommand : WriteContentCommandBase
{
    protected override bool Append => true;
}

using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>New-Guid.</summary>
[Cmdlet(VerbsCommon.New, "Guid", DefaultParameterSetName = "Default")]
[OutputType(typeof(Guid))]
public sealed class NewGuidCommand : PSCmdlet
{
    [Parameter(ParameterSetName = "Empty")]
    public SwitchParameter Empty { get; set; }

    protected override void ProcessRecord() => WriteObject(Empty ? Guid.Empty : Guid.NewGuid());
}

using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Unique: of a sorted input.</summary>
[Cmdlet(VerbsCommon.Get, "Unique", DefaultParameterSetName = "AsString")]
public sealed class GetUniqueCommand : PSCmdlet
{
    private PSObject? last;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(ParameterSetName = "AsString")]
    public SwitchParameter AsString { get; set; }

    [Parameter(ParameterSetName = "UniqueByType")]
    public SwitchParameter OnType { get; set; }

    protected override void ProcessRecord()
    {
        var same = last is not null && InputObject is not null && (
            OnType ? last.TypeNames[0] == InputObject.TypeNames[0]
            : AsString ? last.ToString() == InputObject.ToString()
            : LanguagePrimitives.Equals(last, InputObject));
        if (same) { return; }
        WriteObject(InputObject);
        last = InputObject;
    }
}

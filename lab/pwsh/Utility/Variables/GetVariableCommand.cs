using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Variable.</summary>
[Cmdlet(VerbsCommon.Get, "Variable")]
[OutputType(typeof(PSVariable))]
public sealed class GetVariableCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    public SwitchParameter ValueOnly { get; set; }

    [Parameter]
    public string[] Include { get; set; } = [];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    public string? Scope { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var (name, variable) in VariableSearch.Find(SessionState, Name, Scope, Include, Exclude))
        {
            if (variable is not null)
            {
                if (ValueOnly) { WriteObject(variable.Value); }
                else { WriteObject(variable); }
            }
            else { WriteError(VariableSearch.NotFound(name)); }
        }
    }
}

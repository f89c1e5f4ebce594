using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Remove-Variable.</summary>
[Cmdlet(VerbsCommon.Remove, "Variable", SupportsShouldProcess = true)]
public sealed class RemoveVariableCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, Mandatory = true)]
    public string[] Name { get; set; } = [];

    [Parameter]
    public string[] Include { get; set; } = [];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public string? Scope { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var (name, variable) in VariableSearch.Find(SessionState, Name, Scope, Include, Exclude).ToList())
        {
            if (variable is null)
            {
                WriteError(VariableSearch.NotFound(name));
                continue;
            }
            if (!ShouldProcess($"Name: {name}", "Remove variable")) { continue; }
            try
            {
                new EngineScopes(SessionState).RemoveVariable(variable, Scope, Force);
            }
            catch (SessionStateException error)
            {
                WriteError(new ErrorRecord(error.ErrorRecord, error));
            }
        }
    }
}

using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Microsoft.PowerShell.Commands;

/// <summary>Invoke-Expression.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "Expression")]
public sealed class InvokeExpressionCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [ValidateTrustedData]
    public string Command { get; set; } = "";

    protected override void ProcessRecord()
    {
        foreach (var result in InvokeCommand.InvokeScript(Command, useNewScope: false, PipelineResultTypes.Output | PipelineResultTypes.Error, null))
        {
            WriteObject(result);
        }
    }
}

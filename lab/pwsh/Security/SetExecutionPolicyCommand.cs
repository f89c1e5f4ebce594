using System.Management.Automation;
using Microsoft.PowerShell;

namespace Microsoft.PowerShell.Commands;

/// <summary>Set-ExecutionPolicy: an error on Linux as in pwsh; on Windows for the process only.</summary>
[Cmdlet(VerbsCommon.Set, "ExecutionPolicy", SupportsShouldProcess = true)]
public sealed class SetExecutionPolicyCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public ExecutionPolicy ExecutionPolicy { get; set; }

    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public ExecutionPolicyScope Scope { get; set; } = ExecutionPolicyScope.LocalMachine;

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void BeginProcessing()
    {
        if (!OperatingSystem.IsWindows()) { throw new PlatformNotSupportedException("Operation is not supported on this platform."); }
        if (Scope != ExecutionPolicyScope.Process)
        {
            throw new PSNotSupportedException($"This console sets the execution policy of the Process scope only, not of {Scope}.");
        }
        if (ShouldProcess($"{ExecutionPolicy}")) { Environment.SetEnvironmentVariable("PSExecutionPolicyPreference", ExecutionPolicy.ToString()); }
    }
}

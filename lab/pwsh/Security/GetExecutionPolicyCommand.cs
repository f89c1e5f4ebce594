using System.Management.Automation;
using Microsoft.PowerShell;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-ExecutionPolicy: Unrestricted on Linux as in pwsh; on Windows the process's own (the registry is not read).</summary>
[Cmdlet(VerbsCommon.Get, "ExecutionPolicy")]
[OutputType(typeof(ExecutionPolicy))]
public sealed class GetExecutionPolicyCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public ExecutionPolicyScope? Scope { get; set; }

    [Parameter]
    public SwitchParameter List { get; set; }

    protected override void BeginProcessing()
    {
        var inForce = OperatingSystem.IsWindows() ? ProcessPolicy() : ExecutionPolicy.Unrestricted;
        if (!List)
        {
            WriteObject(Scope is null or ExecutionPolicyScope.Process || !OperatingSystem.IsWindows() ? inForce : ExecutionPolicy.Undefined);
            return;
        }
        foreach (var scope in new[] { ExecutionPolicyScope.MachinePolicy, ExecutionPolicyScope.UserPolicy, ExecutionPolicyScope.Process, ExecutionPolicyScope.CurrentUser, ExecutionPolicyScope.LocalMachine })
        {
            var row = new PSObject();
            row.TypeNames.Insert(0, "System.Management.Automation.PSCustomObject");
            row.Properties.Add(new PSNoteProperty("Scope", scope));
            row.Properties.Add(new PSNoteProperty("ExecutionPolicy", !OperatingSystem.IsWindows() || scope == ExecutionPolicyScope.Process ? inForce : ExecutionPolicy.Undefined));
            WriteObject(row);
        }
    }

    private static ExecutionPolicy ProcessPolicy() =>
        Enum.TryParse<ExecutionPolicy>(Environment.GetEnvironmentVariable("PSExecutionPolicyPreference"), ignoreCase: true, out var policy) ? policy : ExecutionPolicy.RemoteSigned;
}

using System.Management.Automation;
using System.Diagnostics;

namespace Microsoft.PowerShell.Commands;

/// <summary>Wait-Process.</summary>
[Cmdlet(VerbsLifecycle.Wait, "Process", DefaultParameterSetName = "Name")]
public sealed class WaitProcessCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "Name", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessName")]
    public string[]? Name { get; set; }

    [Parameter(ParameterSetName = "Id", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PID")]
    public int[]? Id { get; set; }

    [Parameter(ParameterSetName = "InputObject", Mandatory = true, ValueFromPipeline = true)]
    public Process[]? InputObject { get; set; }

    [Parameter(Position = 1)]
    [Alias("TimeoutSec")]
    [ValidateRange(0, 32767)]
    public int Timeout { get; set; } = -1;

    protected override void ProcessRecord()
    {
        var until = Timeout < 0 ? DateTime.MaxValue : DateTime.UtcNow.AddSeconds(Timeout);
        foreach (var process in InputObject?.ToList() ?? ProcessSearch.Find(this, Name, Id))
        {
            // In slices, so that Ctrl+C is not kept waiting.
            while (!process.WaitForExit(100) && DateTime.UtcNow < until && !Stopping) { }
            if (!process.HasExited && !Stopping)
            {
                WriteError(new ErrorRecord(new TimeoutException($"This command stopped operation because process \"{process.ProcessName} ({process.Id})\" is not stopped in the specified time-out."), "ProcessNotTerminated", ErrorCategory.CloseError, process));
            }
        }
    }
}

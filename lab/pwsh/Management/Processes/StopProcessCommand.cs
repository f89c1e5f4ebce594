using System.Management.Automation;
using System.Diagnostics;

namespace Microsoft.PowerShell.Commands;

/// <summary>Stop-Process.</summary>
[Cmdlet(VerbsLifecycle.Stop, "Process", DefaultParameterSetName = "Id", SupportsShouldProcess = true)]
[OutputType(typeof(Process))]
public sealed class StopProcessCommand : PSCmdlet
{
    [Parameter(ParameterSetName = "Name", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessName")]
    public string[]? Name { get; set; }

    [Parameter(Position = 0, ParameterSetName = "Id", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public int[]? Id { get; set; }

    [Parameter(Position = 0, ParameterSetName = "InputObject", Mandatory = true, ValueFromPipeline = true)]
    public Process[]? InputObject { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var process in InputObject?.ToList() ?? ProcessSearch.Find(this, Name, Id))
        {
            if (!ShouldProcess($"{process.ProcessName} ({process.Id})")) { continue; }
            try
            {
                process.Kill();
                if (PassThru) { WriteObject(process); }
            }
            catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                WriteError(new ErrorRecord(new ProcessCommandException($"Cannot stop process \"{process.ProcessName} ({process.Id})\" because of the following error: {error.Message}", error), "CouldNotStopProcess", ErrorCategory.CloseError, process));
            }
        }
    }
}

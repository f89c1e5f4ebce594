using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Start-Sleep. Ends at once when the pipeline is stopped.</summary>
[Cmdlet(VerbsLifecycle.Start, "Sleep", DefaultParameterSetName = "Seconds")]
public sealed class StartSleepCommand : PSCmdlet, IDynamicParameters, IDisposable
{
    private readonly ManualResetEventSlim stopped = new();
    private readonly NewerParameters newer = new();

    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Seconds", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0.0, int.MaxValue / 1000)]
    public double Seconds { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Milliseconds", ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, int.MaxValue)]
    [Alias("ms")]
    public int Milliseconds { get; set; }

    public object? GetDynamicParameters() => LabEdition.IsDesktop ? null : newer;

    public void Dispose() => stopped.Dispose();

    protected override void ProcessRecord()
    {
        var wait = ParameterSetName switch
        {
            "Milliseconds" => Milliseconds,
            "FromTimeSpan" => newer.Duration.TotalMilliseconds,
            // 5.1 declares whole seconds, so that half a second is rounded.
            _ when LabEdition.IsDesktop => LanguagePrimitives.ConvertTo<int>(Seconds) * 1000.0,
            _ => Seconds * 1000,
        };
        if (wait > 0) { stopped.Wait(TimeSpan.FromMilliseconds(wait)); }
    }

    protected override void StopProcessing() => stopped.Set();

    /// <summary>What 7.x has and 5.1 lacks.</summary>
    public sealed class NewerParameters
    {
        [Parameter(Position = 0, Mandatory = true, ParameterSetName = "FromTimeSpan")]
        [Alias("ts")]
        public TimeSpan Duration { get; set; }
    }
}

function Write-M2KProgress {
    # A progress record of the engine as PowerShell's progress, at most five a second: 5.1 draws slowly.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [object] $Record, [Parameter(Mandatory)] [System.Diagnostics.Stopwatch] $Since)

    if ($Since.IsRunning -and $Since.ElapsedMilliseconds -lt 200) { return }
    $percent = -1
    if ($Record.total -gt 0) { $percent = [Math]::Min(100, [int](100 * $Record.done / $Record.total)) }
    Write-Progress -Activity $script:Strings.Activity -Status $Record.text -PercentComplete $percent
    $Since.Restart()
}

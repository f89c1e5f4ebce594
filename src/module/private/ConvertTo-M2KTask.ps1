function ConvertTo-M2KTask {
    # What the engine says of the scheduled task as M2KSync.Task.
    [CmdletBinding()]
    [OutputType('M2KSync.Task')]
    param([Parameter(Mandatory)] [object] $Task)

    [pscustomobject]@{
        PSTypeName = 'M2KSync.Task'
        Registered = $Task.registered
        Enabled = $Task.enabled
        Running = $Task.running
        IntervalMinutes = $Task.intervalMinutes
        AtLogOn = $Task.atLogOn
        Paused = $null -ne $Task.pausedAt
        PausedSince = ConvertTo-M2KDate -Text $Task.pausedAt
        NextRun = ConvertTo-M2KDate -Text $Task.nextRun
        LastRun = ConvertTo-M2KDate -Text $Task.lastRun
        TaskInterval = $Task.taskInterval
        Path = $Task.path
    }
}

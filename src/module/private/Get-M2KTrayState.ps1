function Get-M2KTrayState {
    # What the icon shows, asked of the engine: the status, and with -WithOptions what may be set. Failure is the error's id where the engine does not answer.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [string] $ProfileName,
        # The state before, whose options are kept.
        [hashtable] $Before = @{},
        [switch] $WithOptions
    )

    $state = @{ Failure = ''; Tray = $true; Interval = 0; AtLogOn = $false; Managed = @() }
    foreach ($name in @('Tray', 'Interval', 'AtLogOn', 'Managed')) {
        if ($Before.ContainsKey($name)) { $state[$name] = $Before[$name] }
    }
    $state += @{ Connected = $false; Running = $false; Paused = $false; Trouble = ''; Holds = 0; Summary = ''; LogFolder = '' }
    try {
        $status = Get-M2KSyncStatus -ProfileName $ProfileName
        $state.Connected = [bool]$status.Connected
        $state.Running = [bool]$status.Running
        $state.Paused = [bool]$status.Paused
        $state.Trouble = [string]$status.LastError
        $state.Holds = @($status.Holds).Count
        $state.Summary = [string]$status.Summary
        $state.LogFolder = [IO.Path]::Combine($status.StateFolder, 'logs')
        if ($WithOptions) {
            $options = @(Get-M2KSyncOption -ProfileName $ProfileName)
            foreach ($pair in @(@('Tray', 'Tray'), @('Interval', 'IntervalMinutes'), @('AtLogOn', 'AtLogOn'))) {
                $state[$pair[0]] = @($options | Where-Object { $_.Name -eq $pair[1] })[0].Value
            }
            $state.Managed = @($options | Where-Object { $_.Managed } | ForEach-Object { $_.Name })
        }
    } catch {
        $state.Failure = [string]$_.FullyQualifiedErrorId
    }
    return $state
}

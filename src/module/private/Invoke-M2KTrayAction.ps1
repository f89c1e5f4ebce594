function Invoke-M2KTrayAction {
    # What an entry of the menu does, by its id. Gives the process of a sync that it began, else nothing.
    [CmdletBinding()]
    [OutputType([System.Diagnostics.Process])]
    param(
        [Parameter(Mandatory)] [string] $Id,
        [Parameter(Mandatory)] [hashtable] $State,
        [Parameter(Mandatory)] [string] $ProfileName
    )

    if ($Id.StartsWith('interval-')) {
        Set-M2KSyncSchedule -IntervalMinutes ([int]$Id.Substring('interval-'.Length))
        return
    }
    switch ($Id) {
        'pause' { Suspend-M2KSync }
        'resume' { Resume-M2KSync }
        'logon' { Set-M2KSyncSchedule -AtLogOn (-not $State.AtLogOn) }
        'log' { [void][System.Diagnostics.Process]::Start('explorer.exe', (ConvertTo-M2KArgument -Text $State.LogFolder)) }
        'sync' {
            $process = Start-M2KEngineProcess -Engine (Get-M2KEngine -Cmdlet $PSCmdlet)
            Send-M2KRequest -Process $process -Request @{ v = 1; command = 'sync'; profile = $ProfileName; culture = $PSUICulture }
            # Read to the end, so that it never waits for us; what it says is in the status.
            [void]$process.StandardOutput.ReadToEndAsync()
            [void]$process.StandardError.ReadToEndAsync()
            return $process
        }
    }
}

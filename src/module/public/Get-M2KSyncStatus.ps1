function Get-M2KSyncStatus {
    <#
    .SYNOPSIS
    Shows the last sync and what needs attention.
    .DESCRIPTION
    Never waits for a running sync, never opens Outlook and never asks the server.
    .PARAMETER ProfileName
    The profile to look at.
    .EXAMPLE
    Get-M2KSyncStatus

    Shows whether all is well.
    .EXAMPLE
    (Get-M2KSyncStatus).Problems | Format-List

    Shows each problem with what to do about it.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.Status
    .LINK
    Start-M2KSync
    #>
    [CmdletBinding()]
    [OutputType('M2KSync.Status')]
    param([string] $ProfileName = 'default')

    $value = Get-M2KResult -Cmdlet $PSCmdlet -Request (New-M2KRequest -Command 'status' -ProfileName $ProfileName -Bound $PSBoundParameters)
    $ended = $null
    $links = @()
    if ($null -ne $value.lastRun) {
        $ended = ConvertTo-M2KDate -Text $value.lastRun.ended
        $links = @($value.lastRun.links | ConvertTo-M2KLink)
    }
    [pscustomobject]@{
        PSTypeName = 'M2KSync.Status'
        Connected = $value.connected
        Address = $value.address
        MailHost = $value.host
        Running = $value.running
        Paused = $value.paused
        LastTick = ConvertTo-M2KDate -Text $value.lastTick
        Idle = $value.idle
        LastRun = $ended
        LastSuccess = ConvertTo-M2KDate -Text $value.lastSuccess
        LastAttempt = ConvertTo-M2KDate -Text $value.lastAttempt
        LastError = $value.lastError
        Summary = $value.summary
        Links = $links
        Holds = @($value.holds | ForEach-Object { [pscustomobject]@{ PSTypeName = 'M2KSync.Hold'; Id = $_.id; Collection = $_.title; Reason = $_.reason; Count = $_.count; Command = "Start-M2KSync -Accept $($_.id)" } })
        Problems = @($value.problems | ForEach-Object { ConvertTo-M2KProblem -Problem $_ })
        PutAway = $value.putAway
        PutAwayItems = @($value.putAwayItems | ForEach-Object { $_.title })
        StateFolder = $value.stateFolder
        ProfileName = $ProfileName
    }
}

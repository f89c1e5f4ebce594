function Get-M2KSyncStatus {
    <#
    .SYNOPSIS
    Shows the last sync and what needs attention.
    .DESCRIPTION
    Never waits for a running sync, never opens Outlook and never asks the server.
    .PARAMETER AllUsers
    For an administrator: how the last run of every user of this computer ended, without anything of what they keep.
    .PARAMETER ProfileName
    The profile to look at.
    .EXAMPLE
    Get-M2KSyncStatus

    Shows whether all is well.
    .EXAMPLE
    (Get-M2KSyncStatus).Problems | Format-List

    Shows each problem with what to do about it.
    .EXAMPLE
    Get-M2KSyncStatus -AllUsers | Where-Object LastError

    Lists the desks where something is wrong; in an elevated PowerShell.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.Status, or M2KSync.DeskStatus with -AllUsers
    .LINK
    Start-M2KSync
    #>
    [CmdletBinding(DefaultParameterSetName = 'Own')]
    [OutputType('M2KSync.Status', 'M2KSync.DeskStatus')]
    param(
        [Parameter(Mandatory, ParameterSetName = 'AllUsers')] [switch] $AllUsers,
        [Parameter(ParameterSetName = 'Own')] [string] $ProfileName = 'default'
    )

    if ($AllUsers) {
        $all = Get-M2KResult -Cmdlet $PSCmdlet -Request @{ command = 'all-status' }
        if ($all.denied -gt 0) { Write-Warning -Message ($script:Strings.UsersDenied -f $all.denied) }
        $all.desks | ConvertTo-M2KDeskStatus
        return
    }

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

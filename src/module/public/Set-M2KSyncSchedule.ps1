function Set-M2KSyncSchedule {
    <#
    .SYNOPSIS
    Sets how often the background syncs, and whether that begins with the logon.
    .DESCRIPTION
    A task that is registered takes the change over at once. What your organisation has decided by policy is refused with the error category PermissionDenied.
    .PARAMETER IntervalMinutes
    Minutes between two runs: 1, 2, 5, 10, 15, 30, 60 or 90.
    .PARAMETER AtLogOn
    Whether syncing begins with the logon. With $false it rests after a logon until Register-M2KSyncTask.
    .PARAMETER PassThru
    Gives the task.
    .EXAMPLE
    Set-M2KSyncSchedule -IntervalMinutes 5

    Syncs every five minutes.
    .EXAMPLE
    Set-M2KSyncSchedule -IntervalMinutes 30 -AtLogOn $false

    Syncs every half hour, but only once it was started after a logon.
    .INPUTS
    None
    .OUTPUTS
    None, or M2KSync.Task with -PassThru
    .LINK
    Register-M2KSyncTask
    .LINK
    Suspend-M2KSync
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('M2KSync.Task')]
    param(
        [Parameter(Position = 0)] [ValidateSet(1, 2, 5, 10, 15, 30, 60, 90)] [int] $IntervalMinutes,
        [bool] $AtLogOn,
        [switch] $PassThru
    )

    if (-not $PSCmdlet.ShouldProcess($script:Strings.TaskTarget, $script:Strings.ScheduleAction)) { return }
    $request = @{ command = 'schedule' }
    if ($PSBoundParameters.ContainsKey('IntervalMinutes')) { $request.intervalMinutes = $IntervalMinutes }
    if ($PSBoundParameters.ContainsKey('AtLogOn')) { $request.atLogOn = $AtLogOn }
    $value = Get-M2KResult -Cmdlet $PSCmdlet -Request $request
    if ($PassThru) { ConvertTo-M2KTask -Task $value.task }
}

function Get-M2KSyncTask {
    <#
    .SYNOPSIS
    Shows the scheduled task that syncs in the background.
    .DESCRIPTION
    Gives whether the task is registered and enabled, how often it syncs, whether it begins with the logon, and whether it is paused. The interval is the
    one that holds under policy. How the last run ended is said by Get-M2KSyncStatus: the result that Task Scheduler shows is not to be trusted.
    .EXAMPLE
    Get-M2KSyncTask

    Shows the task of this Windows user.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.Task
    .LINK
    Register-M2KSyncTask
    .LINK
    Set-M2KSyncSchedule
    #>
    [CmdletBinding()]
    [OutputType('M2KSync.Task')]
    param()

    ConvertTo-M2KTask -Task (Get-M2KResult -Cmdlet $PSCmdlet -Request @{ command = 'task'; action = 'get' }).task
}

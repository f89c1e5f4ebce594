function Register-M2KSyncTask {
    <#
    .SYNOPSIS
    Registers the scheduled task that syncs in the background.
    .DESCRIPTION
    Needs no administrator. The task runs in this user's own session with ordinary rights, while Outlook runs: it never starts Outlook, unless policy or
    Set-M2KSyncOption StartOutlook says so. One task serves all profiles of the user. Registering it again is harmless and takes a changed interval over.
    .PARAMETER ProfileName
    The profile that must be connected.
    .PARAMETER PassThru
    Gives the task.
    .EXAMPLE
    Register-M2KSyncTask

    Syncs every 15 minutes from now on, or at the interval that Set-M2KSyncSchedule has set.
    .INPUTS
    None
    .OUTPUTS
    None, or M2KSync.Task with -PassThru
    .LINK
    Set-M2KSyncSchedule
    .LINK
    Unregister-M2KSyncTask
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('M2KSync.Task')]
    param([string] $ProfileName = 'default', [switch] $PassThru)

    if (-not $PSCmdlet.ShouldProcess($script:Strings.TaskTarget, $script:Strings.RegisterAction)) { return }
    $request = New-M2KRequest -Command 'task' -ProfileName $ProfileName -Bound $PSBoundParameters
    $request.action = 'register'
    $value = Get-M2KResult -Cmdlet $PSCmdlet -Request $request
    if ($PassThru) { ConvertTo-M2KTask -Task $value.task }
}

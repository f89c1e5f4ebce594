function Unregister-M2KSyncTask {
    <#
    .SYNOPSIS
    Takes the scheduled task away: nothing is synced in the background any more.
    .DESCRIPTION
    A run that is under way ends as usual. The interval that was set stays known. Start-M2KSync still syncs.
    .PARAMETER All
    The tasks of other users of this computer too, as far as this session may.
    .EXAMPLE
    Unregister-M2KSyncTask

    Takes the task of this Windows user away.
    .INPUTS
    None
    .OUTPUTS
    None
    .LINK
    Register-M2KSyncTask
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([void])]
    param([switch] $All)

    if (-not $PSCmdlet.ShouldProcess($script:Strings.TaskTarget, $script:Strings.UnregisterAction)) { return }
    [void](Get-M2KResult -Cmdlet $PSCmdlet -Request @{ command = 'task'; action = 'unregister'; all = [bool]$All })
}

function Suspend-M2KSync {
    <#
    .SYNOPSIS
    Pauses background syncing.
    .DESCRIPTION
    Takes effect from the next interval: a run that is under way ends as usual. Pausing outlasts a logon, until Resume-M2KSync. Start-M2KSync still syncs.
    .EXAMPLE
    Suspend-M2KSync

    Pauses.
    .INPUTS
    None
    .OUTPUTS
    None
    .LINK
    Resume-M2KSync
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([void])]
    param()

    if (-not $PSCmdlet.ShouldProcess($script:Strings.TaskTarget, $script:Strings.SuspendAction)) { return }
    [void](Get-M2KResult -Cmdlet $PSCmdlet -Request @{ command = 'pause'; paused = $true })
}

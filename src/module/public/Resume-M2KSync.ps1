function Resume-M2KSync {
    <#
    .SYNOPSIS
    Goes on with background syncing after Suspend-M2KSync.
    .DESCRIPTION
    The next run is that of the next interval. Nothing is synced by this command itself; Start-M2KSync does that.
    .EXAMPLE
    Resume-M2KSync

    Goes on.
    .INPUTS
    None
    .OUTPUTS
    None
    .LINK
    Suspend-M2KSync
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([void])]
    param()

    if (-not $PSCmdlet.ShouldProcess($script:Strings.TaskTarget, $script:Strings.ResumeAction)) { return }
    [void](Get-M2KResult -Cmdlet $PSCmdlet -Request @{ command = 'pause'; paused = $false })
}

function Uninstall-M2KSync {
    <#
    .SYNOPSIS
    Takes M2KSync off this computer for this Windows user.
    .DESCRIPTION
    Takes away the scheduled task, the entry at logon, the engine and the scripts. What is kept of syncing, the history and the password stay where
    Get-M2KSyncStatus names them, so that a later installation goes on where it was; with -RemoveState they go too, and every mark of M2KSync is taken off
    the items and folders of Outlook. Appointments and contacts stay on both sides in either case. What the MSI installed for every user of the computer only
    an administrator uninstalls, under Apps in the Settings of Windows; -RemoveState forgets what is this user's of it.
    .PARAMETER RemoveState
    Also forgets what was synced, the history and the password, and frees Outlook's items of the marks. Needs Outlook.
    .EXAMPLE
    Uninstall-M2KSync

    Removes the program; what is kept stays.
    .EXAMPLE
    Uninstall-M2KSync -RemoveState

    Removes everything but the appointments and contacts themselves.
    .INPUTS
    None
    .OUTPUTS
    None
    .LINK
    Install-M2KSync
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    [OutputType([void])]
    param([switch] $RemoveState)

    $place = Get-M2KPlace -Version ([string]$ExecutionContext.SessionState.Module.Version)
    $shared = Get-M2KSharedEngine
    if ($shared -ne '' -and -not $RemoveState -and -not [IO.Directory]::Exists($place.Engine)) {
        # The next logon would register the task again.
        $PSCmdlet.ThrowTerminatingError((New-M2KErrorRecord -Problem @{ id = 'M2K.Install.for-all'; message = $script:Strings.ForAll -f $shared; remedy = $script:Strings.ForAllUninstallRemedy; target = $shared }))
    }
    $action = $script:Strings.UninstallAction
    if ($RemoveState) { $action = $script:Strings.UninstallAllAction }
    if (-not $PSCmdlet.ShouldProcess($place.Engine, $action)) { return }
    try {
        [void](Request-M2KResult -Request @{ command = 'task'; action = 'unregister'; all = $true })
    } catch {
        # A scheduler that does not answer keeps nobody from uninstalling; what its task would start is gone then.
        Write-Warning -Message $_.Exception.Message
    }
    if ($RemoveState) {
        # Before the engine goes: it is the engine that does it, profile by profile.
        foreach ($name in @((Get-M2KResult -Cmdlet $PSCmdlet -Request @{ command = 'profiles' }).profiles)) {
            [void](Get-M2KResult -Cmdlet $PSCmdlet -Request @{ command = 'forget-all'; profile = $name })
        }
    }
    if ([IO.Path]::DirectorySeparatorChar -eq '\') { Set-M2KRunEntry -Text '' }
    Remove-M2KFolder -Path $place.Engine
    foreach ($modules in $place.Modules) { Remove-M2KFolder -Path $modules }
}

function Disconnect-M2KSync {
    <#
    .SYNOPSIS
    Forgets the server and the stored password.
    .DESCRIPTION
    Syncing stops. Calendars, contacts and folders stay where they are on both sides, and what was synced stays known, so that connecting the same
    account again goes on where it was.
    .PARAMETER ProfileName
    The profile to disconnect.
    .EXAMPLE
    Disconnect-M2KSync

    Forgets the account of the default profile after asking.
    .INPUTS
    None
    .OUTPUTS
    None
    .LINK
    Connect-M2KSync
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    [OutputType([void])]
    param([string] $ProfileName = 'default')

    if ($PSCmdlet.ShouldProcess(($script:Strings.DisconnectTarget -f $ProfileName), $script:Strings.DisconnectAction)) {
        [void](Get-M2KResult -Cmdlet $PSCmdlet -Request (New-M2KRequest -Command 'disconnect' -ProfileName $ProfileName -Bound $PSBoundParameters))
    }
}

function Set-M2KSyncCredential {
    <#
    .SYNOPSIS
    Replaces the stored password, or takes it away.
    .DESCRIPTION
    For a password that was changed on the server. The new one is tried before it is stored; when the server refuses it the former one stays. Account,
    choices and what was synced stay as they are. After the server has refused a password, background syncing sends it at most once a day until this
    command has given it another.
    .PARAMETER Credential
    The new password, as a credential; its user name is not used. Without it the password is asked for.
    .PARAMETER Remove
    Takes the password away: nothing is synced until there is one again.
    .PARAMETER ProfileName
    The profile whose password it is.
    .EXAMPLE
    Set-M2KSyncCredential

    Asks for the new password.
    .EXAMPLE
    Set-M2KSyncCredential -Remove

    Takes the password away.
    .INPUTS
    None
    .OUTPUTS
    None
    .LINK
    Connect-M2KSync
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Set')]
    [OutputType([void])]
    param(
        [Parameter(Position = 0, ParameterSetName = 'Set')]
        [System.Management.Automation.PSCredential]
        [System.Management.Automation.Credential()]
        $Credential = [System.Management.Automation.PSCredential]::Empty,
        [Parameter(Mandatory, ParameterSetName = 'Remove')] [switch] $Remove,
        [string] $ProfileName = 'default'
    )

    $request = New-M2KRequest -Command 'secret' -ProfileName $ProfileName -Bound $PSBoundParameters
    if ($Remove) {
        if (-not $PSCmdlet.ShouldProcess($ProfileName, $script:Strings.RemovePasswordAction)) { return }
        [void](Get-M2KResult -Cmdlet $PSCmdlet -Request $request)
        return
    }
    if (-not $PSCmdlet.ShouldProcess($ProfileName, $script:Strings.PasswordAction)) { return }
    if ($Credential -eq [System.Management.Automation.PSCredential]::Empty) {
        $status = Get-M2KResult -Cmdlet $PSCmdlet -Request (New-M2KRequest -Command 'status' -ProfileName $ProfileName -Bound $PSBoundParameters)
        $Credential = Read-M2KCredential -Address ([string]$status.address) -MailHost ([string]$status.host)
    }
    $request.secret = $Credential.GetNetworkCredential().Password
    try {
        $value = Get-M2KResult -Cmdlet $PSCmdlet -Request $request
    } finally {
        $request.Remove('secret')
    }
    Save-M2KCredential -Path $value.secretPath -Password $Credential.Password
}

function Read-M2KCredential {
    # Asks for the password by the host's own means, which do not show it.
    [CmdletBinding()]
    [OutputType([System.Management.Automation.PSCredential])]
    param([Parameter(Mandatory)] [string] $Address, [Parameter(Mandatory)] [string] $MailHost)

    $password = Read-Host -Prompt ($script:Strings.AskPassword -f $Address, $MailHost) -AsSecureString
    return New-Object -TypeName System.Management.Automation.PSCredential -ArgumentList $Address, $password
}

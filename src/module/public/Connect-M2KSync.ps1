function Connect-M2KSync {
    <#
    .SYNOPSIS
    Connects this Windows user to a Mail2000 server.
    .DESCRIPTION
    Logs in and lists the user's calendars and address books before anything is stored. A wrong password, a server that cannot be reached and a
    server that is no Mail2000 are told apart. The password is kept by Windows for this user on this computer only (DPAPI); it is never an argument,
    never in a file in the clear, never in a log. Personal calendars and address books are switched on, each in a folder of its own; see
    Set-M2KSyncCollection to choose otherwise. Nothing is synced yet.
    .PARAMETER Address
    The e-mail address, which is the user name too. Taken from the credential, else asked for.
    .PARAMETER MailHost
    The mail host, for example mail.example.com, with :port where it is not 443. Asked for when missing.
    .PARAMETER Credential
    User name and password. Without it the password is asked for, and after a wrong one asked for again.
    .PARAMETER Preset
    mail2000 for Openfind's server; generic for any CalDAV and CardDAV server.
    .PARAMETER CalDavUrl
    Where calendars are served, when it is not the preset's usual place.
    .PARAMETER CardDavUrl
    Where address books are served, when it is not the preset's usual place.
    .PARAMETER AllowHttp
    Allows a server without TLS. The password then crosses the network unprotected.
    .PARAMETER CertificateSha256
    The SHA-256 of the only certificate to accept, for a server that signs its own. A refused certificate is told with its SHA-256.
    .PARAMETER Proxy
    direct, or the address of a proxy. Without it, the proxy that Windows has set.
    .PARAMETER Language
    The language M2KSync speaks to this user in. Without it, that of Windows.
    .PARAMETER ProfileName
    A profile of its own for a second account.
    .EXAMPLE
    Connect-M2KSync -Address ming@example.com.tw -MailHost mail.example.com.tw

    Asks for the password, connects, and gives the calendars and address books found.
    .EXAMPLE
    Connect-M2KSync -MailHost mail.example.com.tw -Credential (Get-Credential)

    Takes address and password from a credential.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.Collection
    .LINK
    Set-M2KSyncCollection
    .LINK
    Start-M2KSync
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('M2KSync.Collection')]
    param(
        [string] $Address,
        [string] $MailHost,
        [System.Management.Automation.PSCredential]
        [System.Management.Automation.Credential()]
        $Credential = [System.Management.Automation.PSCredential]::Empty,
        [ValidateSet('mail2000', 'generic')] [string] $Preset,
        [string] $CalDavUrl,
        [string] $CardDavUrl,
        [switch] $AllowHttp,
        [ValidatePattern('^([0-9A-Fa-f]{2}:?){32}$')] [string] $CertificateSha256,
        [string] $Proxy,
        [ValidateSet('zh-TW', 'en-US')] [string] $Language,
        [string] $ProfileName = 'default'
    )

    $asked = $Credential -eq [System.Management.Automation.PSCredential]::Empty
    if (-not $asked -and [string]::IsNullOrEmpty($Address)) { $Address = $Credential.UserName }
    if ([string]::IsNullOrEmpty($Address)) { $Address = Read-Host -Prompt $script:Strings.AskAddress }
    if ([string]::IsNullOrEmpty($MailHost)) { $MailHost = Read-Host -Prompt $script:Strings.AskHost }
    if (-not $PSCmdlet.ShouldProcess($Address, ($script:Strings.ConnectAction -f $MailHost))) { return }

    $fields = @{ Preset = 'preset'; CalDavUrl = 'caldavUrl'; CardDavUrl = 'carddavUrl'; AllowHttp = 'allowHttp'; CertificateSha256 = 'certificateSha256'; Proxy = 'proxy'; Language = 'language' }
    $request = New-M2KRequest -Command 'connect' -ProfileName $ProfileName -Bound $PSBoundParameters -Fields $fields
    $request.address = $Address
    $request.host = $MailHost
    $attempts = 1
    if ($asked) { $attempts = 3 }
    for ($attempt = 1; $attempt -le $attempts; $attempt++) {
        if ($asked) { $Credential = Read-M2KCredential -Address $Address -MailHost $MailHost }
        $request.secret = $Credential.GetNetworkCredential().Password
        try {
            if ($attempt -eq $attempts) { $value = Get-M2KResult -Cmdlet $PSCmdlet -Request $request } else { $value = Request-M2KResult -Request $request }
            break
        } catch {
            if (-not $_.FullyQualifiedErrorId.StartsWith('M2K.Unauthorized')) { $PSCmdlet.ThrowTerminatingError($_) }
            Write-Warning -Message $_.ErrorDetails.Message
        } finally {
            $request.Remove('secret')
        }
    }
    Save-M2KCredential -Path $value.secretPath -Password $Credential.Password
    $value.collections | ConvertTo-M2KCollection -ProfileName $ProfileName
}

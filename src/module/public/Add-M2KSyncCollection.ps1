function Add-M2KSyncCollection {
    <#
    .SYNOPSIS
    Adds a calendar or address book that somebody shares and no list of the server names.
    .DESCRIPTION
    Mail2000 does not list what colleagues share, nor public calendars; they are reached by their address. The address is looked at first: what is not
    there or not shared is refused. What was added is off until Set-M2KSyncCollection switches it on.
    .PARAMETER Url
    The address of the calendar or address book, or of a folder of them, as an URL or a path on the account's server.
    .PARAMETER Scope
    What kind it is, where the server does not say.
    .PARAMETER ProfileName
    The profile to add it to.
    .EXAMPLE
    Add-M2KSyncCollection -Url /cgi-bin/cal/caldav/calendars/meiling@example.com.tw/default/

    Adds a colleague's calendar and gives all collections.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.Collection
    .LINK
    Set-M2KSyncCollection
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('M2KSync.Collection')]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Url,
        [ValidateSet('personal', 'shared', 'public', 'local', 'group', 'ldap')] [string] $Scope,
        [string] $ProfileName = 'default'
    )

    if (-not $PSCmdlet.ShouldProcess($Url, $script:Strings.AddAction)) { return }
    $request = New-M2KRequest -Command 'collections' -ProfileName $ProfileName -Bound $PSBoundParameters -Fields @{ Url = 'add'; Scope = 'scope' }
    (Get-M2KResult -Cmdlet $PSCmdlet -Request $request).collections | ConvertTo-M2KCollection -ProfileName $ProfileName
}

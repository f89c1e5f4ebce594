function Add-M2KSyncCollection {
    <#
    .SYNOPSIS
    Adds a calendar or address book that somebody shares and no list of the server names.
    .DESCRIPTION
    Mail2000 does not list what colleagues share, nor public calendars; they are reached by their address. The address is looked at first: what is not
    there or not shared is refused. What was added is off until Set-M2KSyncCollection switches it on.
    .PARAMETER Url
    The address of the calendar or address book, or of a folder of them, as an URL or a path on the account's server.
    .PARAMETER Owner
    Whose calendar it is, by e-mail address: the address is made by Mail2000's layout. An owner without @ is a tree of company books, such as m2.
    .PARAMETER Name
    The name of the owner's calendar in its address, where it is not the default one.
    .PARAMETER Scope
    What kind it is, where the server does not say.
    .PARAMETER ProfileName
    The profile to add it to.
    .EXAMPLE
    Add-M2KSyncCollection -Url /cgi-bin/cal/caldav/calendars/meiling@example.com.tw/default/

    Adds a colleague's calendar and gives all collections.
    .EXAMPLE
    Add-M2KSyncCollection -Owner meiling@example.com.tw

    Adds the colleague's default calendar by the owner alone.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.Collection
    .LINK
    Set-M2KSyncCollection
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Url')]
    [OutputType('M2KSync.Collection')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Url')] [string] $Url,
        [Parameter(Mandatory, ParameterSetName = 'Owner')] [string] $Owner,
        [Parameter(ParameterSetName = 'Owner')] [string] $Name,
        [ValidateSet('personal', 'shared', 'public', 'local', 'group', 'ldap')] [string] $Scope,
        [string] $ProfileName = 'default'
    )

    if (-not $PSCmdlet.ShouldProcess("$Url$Owner", $script:Strings.AddAction)) { return }
    $request = New-M2KRequest -Command 'collections' -ProfileName $ProfileName -Bound $PSBoundParameters -Fields @{ Url = 'add'; Owner = 'owner'; Name = 'name'; Scope = 'scope' }
    (Get-M2KResult -Cmdlet $PSCmdlet -Request $request).collections | ConvertTo-M2KCollection -ProfileName $ProfileName
}

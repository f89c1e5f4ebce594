function Get-M2KSyncCollection {
    <#
    .SYNOPSIS
    Lists calendars and address books and how they are synced.
    .DESCRIPTION
    Gives what was found when connecting or at the last sync. With -Refresh the server is asked again.
    .PARAMETER Name
    Names to give, with wildcards.
    .PARAMETER Refresh
    Asks the server again.
    .PARAMETER ProfileName
    The profile to look at.
    .EXAMPLE
    Get-M2KSyncCollection

    Lists everything that can be synced.
    .EXAMPLE
    Get-M2KSyncCollection -Refresh | Where-Object Scope -EQ shared | Set-M2KSyncCollection -Enabled $true

    Switches on what others share.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.Collection
    .LINK
    Set-M2KSyncCollection
    #>
    [CmdletBinding()]
    [OutputType('M2KSync.Collection')]
    param(
        [Parameter(Position = 0)] [SupportsWildcards()] [string] $Name = '*',
        [switch] $Refresh,
        [string] $ProfileName = 'default'
    )

    $request = New-M2KRequest -Command 'collections' -ProfileName $ProfileName -Bound $PSBoundParameters -Fields @{ Refresh = 'refresh' }
    $value = Get-M2KResult -Cmdlet $PSCmdlet -Request $request
    $value.collections | Where-Object { $_.name -like $Name } | ConvertTo-M2KCollection -ProfileName $ProfileName
}

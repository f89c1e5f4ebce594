function Get-M2KSyncFailure {
    <#
    .SYNOPSIS
    Lists what the last sync left undone: why, and what to do about it.
    .DESCRIPTION
    Gives one object an item that failed, was refused, or is held. An item that a side refused is not tried again until it changes on either side;
    Start-M2KSync -Retry tries all of them again. Never waits for a running sync, never opens Outlook and never asks the server.
    .PARAMETER Title
    Titles to give, with wildcards.
    .PARAMETER ProfileName
    The profile to look at.
    .EXAMPLE
    Get-M2KSyncFailure | Format-List

    Shows each item with the field, the reason and the remedy.
    .EXAMPLE
    Get-M2KSyncFailure | Group-Object ErrorId

    Counts what stands in the way.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.Failure
    .LINK
    Start-M2KSync
    #>
    [CmdletBinding()]
    [OutputType('M2KSync.Failure')]
    param(
        [Parameter(Position = 0)] [SupportsWildcards()] [string] $Title = '*',
        [string] $ProfileName = 'default'
    )

    $request = New-M2KRequest -Command 'failures' -ProfileName $ProfileName -Bound $PSBoundParameters
    Invoke-M2KEngine -Cmdlet $PSCmdlet -Request $request | Where-Object { $_.t -eq 'item' -and $_.item.title -like $Title } | ConvertTo-M2KFailure -ProfileName $ProfileName
}

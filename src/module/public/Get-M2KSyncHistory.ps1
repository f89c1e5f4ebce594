function Get-M2KSyncHistory {
    <#
    .SYNOPSIS
    Lists what a sync overwrote or deleted in the last 30 days.
    .DESCRIPTION
    Gives one object for each item and side whose content a sync replaced or removed, newest first: where it was, what it held, and which run did
    it. Restore-M2KSyncItem brings it back. Never waits for a running sync, never opens Outlook and never asks the server.
    .PARAMETER Title
    Titles to give, with wildcards.
    .PARAMETER Since
    Nothing older than this moment.
    .PARAMETER Run
    Everything of one run, as an entry names it.
    .PARAMETER ProfileName
    The profile to look at.
    .EXAMPLE
    Get-M2KSyncHistory -Since (Get-Date).AddHours(-1)

    Lists what was replaced in the last hour.
    .EXAMPLE
    Get-M2KSyncHistory -Title Lunch* | Restore-M2KSyncItem

    Brings back what was called so.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.HistoryEntry
    .LINK
    Restore-M2KSyncItem
    #>
    [CmdletBinding()]
    [OutputType('M2KSync.HistoryEntry')]
    param(
        [Parameter(Position = 0)] [SupportsWildcards()] [string] $Title = '*',
        [datetime] $Since,
        [string] $Run,
        [string] $ProfileName = 'default'
    )

    $request = New-M2KRequest -Command 'history' -ProfileName $ProfileName -Bound $PSBoundParameters -Fields @{ Run = 'run' }
    if ($PSBoundParameters.ContainsKey('Since')) {
        $request.since = $Since.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [Globalization.CultureInfo]::InvariantCulture)
    }
    Invoke-M2KEngine -Cmdlet $PSCmdlet -Request $request | Where-Object { $_.t -eq 'history' -and $_.entry.title -like $Title } | ConvertTo-M2KHistoryEntry -ProfileName $ProfileName
}

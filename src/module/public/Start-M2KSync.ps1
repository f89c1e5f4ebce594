function Start-M2KSync {
    <#
    .SYNOPSIS
    Syncs now, or with -WhatIf shows what a sync would do.
    .DESCRIPTION
    Brings adds, changes and deletions of each side to the other and gives one M2KSync.Result. An item that fails is an error that does not stop the
    rest; what a guard holds (a first run onto a filled folder, unusually many deletions) is a warning that names the way to let it pass. Ctrl+C
    finishes the item in hand and stops.
    .PARAMETER Accept
    What to let pass in this run: the id that the warning names, or FirstRun or Deletions for all of that sort.
    .PARAMETER Retry
    Tries items again that a side refused, although they did not change.
    .PARAMETER ProfileName
    The profile to sync.
    .PARAMETER WhatIf
    Gives the exact plan as M2KSync.Plan and touches nothing: no item, no folder, no record of what was synced.
    .PARAMETER Confirm
    Asks before the sync.
    .EXAMPLE
    Start-M2KSync

    Syncs and gives the result.
    .EXAMPLE
    (Start-M2KSync -WhatIf).Items | Where-Object Outlook -EQ delete

    Lists what would be deleted in Outlook.
    .EXAMPLE
    Start-M2KSync -Accept FirstRun

    Lets the first sync onto filled folders pass, after its plan was looked at.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.Result, or M2KSync.Plan with -WhatIf
    .LINK
    Get-M2KSyncStatus
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('M2KSync.Result', 'M2KSync.Plan')]
    param(
        [ValidatePattern('^(FirstRun|Deletions|[0-9A-Fa-f]{8})$')] [string[]] $Accept,
        [switch] $Retry,
        [string] $ProfileName = 'default'
    )

    $request = New-M2KRequest -Command 'sync' -ProfileName $ProfileName -Bound $PSBoundParameters -Fields @{ Retry = 'retry' }
    if ($PSBoundParameters.ContainsKey('Accept')) { $request.accept = @($Accept | ForEach-Object { if ($_ -match '^[0-9a-f]{8}$') { $_.ToLowerInvariant() } else { @{ firstrun = 'firstRun'; deletions = 'deletions' }[$_.ToLowerInvariant()] } }) }
    # ShouldProcess would print its own line and give no objects.
    if ($WhatIfPreference) {
        $request.whatIf = $true
    } elseif (-not $PSCmdlet.ShouldProcess($ProfileName)) {
        return
    }
    Invoke-M2KRun -Cmdlet $PSCmdlet -Request $request -ProfileName $ProfileName
}

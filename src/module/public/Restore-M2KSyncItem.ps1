function Restore-M2KSyncItem {
    <#
    .SYNOPSIS
    Brings back what a sync overwrote or deleted.
    .DESCRIPTION
    Puts the fields that a sync replaced back to what they were, or makes a deleted item again, where it was; then it goes to the other side as any
    change does. What it replaces goes to the history first, so that bringing back can be undone too. An item whose calendar or address book may not
    be changed on the server comes back in Outlook beside the server's, as the user's own.
    .PARAMETER Id
    Entries of the history.
    .PARAMETER Run
    Everything that one run replaced, as an entry of the history names it.
    .PARAMETER ProfileName
    The profile they belong to.
    .PARAMETER WhatIf
    Gives the exact plan as M2KSync.Plan and touches nothing.
    .PARAMETER Confirm
    Asks before each command.
    .EXAMPLE
    Get-M2KSyncHistory -Title Lunch* | Restore-M2KSyncItem

    Brings back what was called so.
    .EXAMPLE
    Restore-M2KSyncItem -Run (Get-M2KSyncHistory)[0].Run -WhatIf

    Shows what undoing the last run would do.
    .INPUTS
    M2KSync.HistoryEntry
    .OUTPUTS
    M2KSync.Result, or M2KSync.Plan with -WhatIf
    .LINK
    Get-M2KSyncHistory
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Id')]
    [OutputType('M2KSync.Result', 'M2KSync.Plan')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Id', ValueFromPipelineByPropertyName)] [int[]] $Id,
        [Parameter(Mandatory, ParameterSetName = 'Run')] [string] $Run,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $ProfileName = 'default'
    )

    begin { $ids = New-Object -TypeName 'System.Collections.Generic.List[int]' }

    process {
        if ($PSCmdlet.ParameterSetName -eq 'Id') { $ids.AddRange($Id) }
    }

    end {
        # Nothing came down the pipeline.
        if ($PSCmdlet.ParameterSetName -eq 'Id' -and $ids.Count -eq 0) { return }
        $request = New-M2KRequest -Command 'restore' -ProfileName $ProfileName -Bound $PSBoundParameters
        if ($PSCmdlet.ParameterSetName -eq 'Run') { $request.run = $Run } else { $request.ids = $ids.ToArray() }
        $target = '{0}{1}' -f $Run, ($ids -join ', ')
        # ShouldProcess would print its own line and give no objects.
        if ($WhatIfPreference) { $request.whatIf = $true } elseif (-not $PSCmdlet.ShouldProcess($target, $script:Strings.RestoreAction)) { return }
        Invoke-M2KRun -Cmdlet $PSCmdlet -Request $request -ProfileName $ProfileName
    }
}

function Invoke-M2KOccurrence {
    # Deletes or changes one occurrence of a saved series (OccurrenceStep of protocol.ts). Its save is that of the master, which must be
    # fetched anew before anything else is done to it (reference: object model 4.6, 4.7).
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        [Parameter(Mandatory)] [hashtable] $Step
    )

    $pattern = $Item.GetRecurrencePattern()
    $occurrence = $null
    try {
        $occurrence = Open-M2KOccurrence -Outlook $Outlook -Pattern $pattern -At $Step.at -Date $Step.date
        if ($Step.do -eq 'deleteOccurrence') {
            if ($null -ne $occurrence) {
                $occurrence.Delete()
            }
        } elseif ($null -eq $occurrence) {
            throw (New-M2KFailure -Code 'Refused' -Message 'A deleted occurrence cannot be brought back.' -Detail @{ reason = 'occurrence-deleted' })
        } else {
            foreach ($one in $Step.steps) {
                Invoke-M2KStep -Outlook $Outlook -Item $occurrence -Step $one
            }
            $occurrence.Save()
        }
    } catch {
        Undo-M2KItem -Item $occurrence
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused' -Member 'GetOccurrence')
    } finally {
        Clear-M2KComObject $occurrence $pattern
    }
}

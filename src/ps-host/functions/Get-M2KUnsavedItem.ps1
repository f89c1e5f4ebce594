function Get-M2KUnsavedItem {
    # EntryIDs of items that the user has open and changed but not saved (rules.md 31).
    [CmdletBinding()]
    param([Parameter(Mandatory)] [object] $Outlook)

    $ids = New-Object -TypeName 'System.Collections.Generic.HashSet[string]'
    $inspectors = Get-M2KMember -Outlook $Outlook -Object $Outlook -Name 'Inspectors'
    try {
        for ($i = Get-M2KMember -Outlook $Outlook -Object $inspectors -Name 'Count'; $i -ge 1; $i--) {
            $inspector = $inspectors.Item($i)
            $item = Get-M2KMember -Outlook $Outlook -Object $inspector -Name 'CurrentItem'
            if ($null -ne $item -and -not (Get-M2KMember -Outlook $Outlook -Object $item -Name 'Saved')) {
                [void] $ids.Add([string] (Get-M2KMember -Outlook $Outlook -Object $item -Name 'EntryID'))
            }
            Clear-M2KComObject $item $inspector
        }
        return , $ids
    } finally {
        Clear-M2KComObject $inspectors
    }
}

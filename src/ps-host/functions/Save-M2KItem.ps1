function Save-M2KItem {
    # Saves the item of a write and lets it go; the next step fetches it anew, without which series keep stale patterns
    # (reference: object model 3.7, 4.8). Notes in the state whether anything is in the store, for "Cannot save this item." may come although the
    # change was kept (3.7). State: Item, Id ('' for a new item), Before (its version), Saved.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder,
        [Parameter(Mandatory)] [hashtable] $State
    )

    try {
        $State.Item.Save()
        $State.Saved = $true
        if ($State.Id -eq '') {
            $State.Id = Get-M2KMember -Outlook $Outlook -Object $State.Item -Name 'EntryID'
        }
    } catch {
        $failure = Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused' -Member 'Save'
        if (-not $State.Saved -and $failure.TargetObject['hresult'] -eq '0x80004005') {
            if ($State.Id -eq '') {
                $State.Saved = '' -ne (Get-M2KMember -Outlook $Outlook -Object $State.Item -Name 'EntryID')
            } else {
                $again = Open-M2KItem -Outlook $Outlook -Folder $Folder -Id $State.Id
                $now = Get-M2KVersion -Time (Get-M2KMember -Outlook $Outlook -Object $again.Item -Name 'LastModificationTime')
                $State.Saved = $now -ne $State.Before
                Clear-M2KComObject $again.Item
            }
        }
        throw $failure
    }
    Clear-M2KComObject $State.Item
    $State.Item = $null
}

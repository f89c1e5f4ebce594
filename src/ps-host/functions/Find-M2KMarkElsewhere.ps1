function Find-M2KMarkElsewhere {
    # The EntryID of the item that bears a mark in any folder of one item type, all stores of the profile but shared and public ones: asking
    # those may freeze Outlook (reference: object model 1.2). '' for none. Searched: EntryID of the folder that was looked at already.
    # Trash: EntryID of the folder whose subfolders count as deleted too.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [int] $ItemType,
        [Parameter(Mandatory)] [string] $Searched,
        [string] $Trash = '',
        [AllowNull()] [hashtable] $Mark
    )

    $waiting = New-Object -TypeName System.Collections.Queue
    $namespace = $Outlook.GetNamespace('MAPI')
    $stores = Get-M2KMember -Outlook $Outlook -Object $namespace -Name 'Stores'
    try {
        for ($i = Get-M2KMember -Outlook $Outlook -Object $stores -Name 'Count'; $i -ge 1; $i--) {
            $store = $stores.Item($i)
            # OlExchangeStoreType: 1 delegate mailbox, 2 public folders.
            if (@(1, 2) -notcontains (Get-M2KMember -Outlook $Outlook -Object $store -Name 'ExchangeStoreType')) {
                $waiting.Enqueue($store.GetRootFolder())
            }
            Clear-M2KComObject $store
        }
        while ($waiting.Count -gt 0) {
            $folder = $waiting.Dequeue()
            $folders = $null
            try {
                $id = Get-M2KMember -Outlook $Outlook -Object $folder -Name 'EntryID'
                if ($id -eq $Trash) {
                    continue
                }
                if ($id -ne $Searched -and (Get-M2KMember -Outlook $Outlook -Object $folder -Name 'DefaultItemType') -eq $ItemType) {
                    $found = Find-M2KMark -Outlook $Outlook -FolderObject $folder -Mark $Mark
                    if ($found -ne '') {
                        return $found
                    }
                }
                $folders = Get-M2KMember -Outlook $Outlook -Object $folder -Name 'Folders'
                for ($i = Get-M2KMember -Outlook $Outlook -Object $folders -Name 'Count'; $i -ge 1; $i--) {
                    $waiting.Enqueue($folders.Item($i))
                }
            } finally {
                Clear-M2KComObject $folders $folder
            }
        }
        return ''
    } finally {
        while ($waiting.Count -gt 0) {
            Clear-M2KComObject $waiting.Dequeue()
        }
        Clear-M2KComObject $stores $namespace
    }
}

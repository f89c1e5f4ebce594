function Clear-M2KMark {
    # Takes our user properties off every item that bears one, and our hidden item out of every folder: in all folders for appointments and contacts, in
    # all stores of the profile but shared and public ones. Nothing else of an item changes; an item that cannot be saved is counted and left.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        # Names of user properties, and the same as columns of a table, in the same order.
        [Parameter(Mandatory)] [object[]] $Names,
        [Parameter(Mandatory)] [object[]] $Columns
    )

    $counts = @{ items = 0; stamps = 0; left = 0 }
    $waiting = New-Object -TypeName System.Collections.Queue
    $namespace = $Outlook.GetNamespace('MAPI')
    $stores = Get-M2KMember -Outlook $Outlook -Object $namespace -Name 'Stores'
    $bin = $null
    try {
        # OlDefaultFolders: 3 Deleted Items.
        $bin = $namespace.GetDefaultFolder(3)
        $trash = Get-M2KMember -Outlook $Outlook -Object $bin -Name 'EntryID'
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
                # Deleted Items is a folder for mail and holds both; other folders for mail are left alone.
                $id = Get-M2KMember -Outlook $Outlook -Object $folder -Name 'EntryID'
                if ($id -eq $trash -or @(1, 2) -contains (Get-M2KMember -Outlook $Outlook -Object $folder -Name 'DefaultItemType')) {
                    Clear-M2KFolderMark -Outlook $Outlook -FolderObject $folder -Names $Names -Columns $Columns -Counts $counts
                }
                $folders = Get-M2KMember -Outlook $Outlook -Object $folder -Name 'Folders'
                for ($i = Get-M2KMember -Outlook $Outlook -Object $folders -Name 'Count'; $i -ge 1; $i--) {
                    $waiting.Enqueue($folders.Item($i))
                }
            } finally {
                Clear-M2KComObject $folders $folder
            }
        }
        return $counts
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused')
    } finally {
        while ($waiting.Count -gt 0) {
            Clear-M2KComObject $waiting.Dequeue()
        }
        Clear-M2KComObject $bin $stores $namespace
    }
}

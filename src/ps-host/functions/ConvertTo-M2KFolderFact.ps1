function ConvertTo-M2KFolderFact {
    # FolderFacts of protocol.ts. Absence in a store that is offline proves nothing (rules.md 13), so its folders are not connected.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Object
    )

    $facts = [ordered]@{}
    foreach ($pair in @(('entryId', 'EntryID'), ('storeId', 'StoreID'), ('name', 'Name'), ('path', 'FolderPath'), ('itemType', 'DefaultItemType'))) {
        $facts[$pair[0]] = Get-M2KMember -Outlook $Outlook -Object $Object -Name $pair[1]
    }
    $trash = $null
    $items = $null
    $store = $null
    $namespace = $null
    try {
        $items = Get-M2KMember -Outlook $Outlook -Object $Object -Name 'Items'
        $facts.count = Get-M2KMember -Outlook $Outlook -Object $items -Name 'Count'
        $namespace = $Outlook.GetNamespace('MAPI')
        $facts.profile = Get-M2KMember -Outlook $Outlook -Object $namespace -Name 'CurrentProfileName'
        $mode = Get-M2KMember -Outlook $Outlook -Object $namespace -Name 'ExchangeConnectionMode'
        $trash = Open-M2KTrash -Outlook $Outlook -FolderObject $Object
        $facts.deleted = $false
        if ($null -ne $trash) {
            $path = Get-M2KMember -Outlook $Outlook -Object $trash -Name 'FolderPath'
            $facts.deleted = $facts.path.StartsWith("$path\", [StringComparison]::Ordinal)
        }
        $file = ''
        $facts.storeName = ''
        $facts.connected = $true
        # A shared folder may have no store.
        $store = Get-M2KMember -Outlook $Outlook -Object $Object -Name 'Store'
        if ($null -ne $store) {
            $facts.storeName = Get-M2KMember -Outlook $Outlook -Object $store -Name 'DisplayName'
            $file = [string] (Get-M2KMember -Outlook $Outlook -Object $store -Name 'FilePath')
            $exchange = (Get-M2KMember -Outlook $Outlook -Object $store -Name 'ExchangeStoreType') -ne 3
            # OlExchangeConnectionMode: 100 offline, 200 cached offline, 300 disconnected, 400 cached disconnected.
            $facts.connected = -not ($exchange -and @(100, 200, 300, 400) -contains $mode)
        }
        $facts.storeFile = $file
        $facts.storeCreated = ''
        if ($file -ne '' -and [IO.File]::Exists($file)) {
            $facts.storeCreated = [IO.File]::GetCreationTimeUtc($file).ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
        }
        return $facts
    } finally {
        Clear-M2KComObject $items $store $namespace
        Clear-M2KComObject $trash
    }
}

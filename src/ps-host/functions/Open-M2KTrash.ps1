function Open-M2KTrash {
    # The Deleted Items folder of a folder's store; $null where the store has none.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $FolderObject
    )

    $namespace = $null
    $store = Get-M2KMember -Outlook $Outlook -Object $FolderObject -Name 'Store'
    if ($null -eq $store) {
        return $null
    }
    try {
        # OlDefaultFolders 3. Store.GetDefaultFolder is of 2010; before it the store names the folder by PR_IPM_WASTEBASKET_ENTRYID (reference: object model 1.4).
        if ($script:Desk.Major -ge 14) {
            return , $store.GetDefaultFolder(3)
        }
        $id = Get-M2KProperty -Outlook $Outlook -Object $store -Schema 'http://schemas.microsoft.com/mapi/proptag/0x35E30102'
        if ([string]::IsNullOrEmpty($id)) {
            return $null
        }
        $namespace = $Outlook.GetNamespace('MAPI')
        return , $namespace.GetFolderFromID($id, (Get-M2KMember -Outlook $Outlook -Object $store -Name 'StoreID'))
    } finally {
        Clear-M2KComObject $namespace $store
    }
}

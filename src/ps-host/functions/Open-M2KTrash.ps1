function Open-M2KTrash {
    # The Deleted Items folder of a folder's store; $null where the store has none.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $FolderObject
    )

    $store = Get-M2KMember -Outlook $Outlook -Object $FolderObject -Name 'Store'
    if ($null -eq $store) {
        return $null
    }
    try {
        # OlDefaultFolders 3; Store.GetDefaultFolder is of 2010, in 2007 only the default store's can be had.
        if ([int] ([string] (Get-M2KMember -Outlook $Outlook -Object $Outlook -Name 'Version')).Split('.')[0] -ge 14) {
            return , $store.GetDefaultFolder(3)
        }
        $namespace = $Outlook.GetNamespace('MAPI')
        return , $namespace.GetDefaultFolder(3)
    } finally {
        Clear-M2KComObject $store
    }
}

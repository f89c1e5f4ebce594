function Open-M2KFolder {
    # The folder that a reference means. Folder: hashtable with entryId and storeId.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder
    )

    $namespace = $Outlook.GetNamespace('MAPI')
    try {
        return , $namespace.GetFolderFromID($Folder.entryId, $Folder.storeId)
    } catch {
        $failure = (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'NotFound' -Member 'GetFolderFromID').TargetObject
        if ($failure.code -eq 'NotFound') {
            $failure.reason = 'folder'
            if (-not (Test-M2KStoreOpen -Outlook $Outlook -StoreId $Folder.storeId)) {
                $failure.reason = 'store'
            }
        }
        throw (New-M2KFailure -Code $failure.code -Message $failure.message -Detail $failure)
    } finally {
        Clear-M2KComObject $namespace
    }
}

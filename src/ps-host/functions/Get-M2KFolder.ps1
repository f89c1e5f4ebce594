function Get-M2KFolder {
    # FolderFacts of protocol.ts for a folder that is known by its ids.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [string] $EntryId,
        [Parameter(Mandatory)] [string] $StoreId
    )

    $object = Open-M2KFolder -Outlook $Outlook -Folder @{ entryId = $EntryId; storeId = $StoreId }
    try {
        return ConvertTo-M2KFolderFact -Outlook $Outlook -Object $object
    } finally {
        Clear-M2KComObject $object
    }
}

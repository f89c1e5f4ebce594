function Open-M2KItem {
    # An item by its id, fetched anew. In: where it is, 'here', 'deleted' (in Deleted Items or below) or 'elsewhere'; an id may open an item that
    # was moved (reference: object model 1.2). Fails with NotFound. The caller releases Item.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder,
        [Parameter(Mandatory)] [string] $Id
    )

    $namespace = $Outlook.GetNamespace('MAPI')
    $item = $null
    $parent = $null
    $trash = $null
    $kept = $false
    try {
        $item = $namespace.GetItemFromID($Id, $Folder.storeId)
        $parent = Get-M2KMember -Outlook $Outlook -Object $item -Name 'Parent'
        $parentId = Get-M2KMember -Outlook $Outlook -Object $parent -Name 'EntryID'
        $in = 'elsewhere'
        if ($parentId -eq $Folder.entryId -or $namespace.CompareEntryIDs($parentId, $Folder.entryId)) {
            $in = 'here'
        } else {
            $trash = Open-M2KTrash -Outlook $Outlook -FolderObject $parent
            if ($null -ne $trash) {
                $path = Get-M2KMember -Outlook $Outlook -Object $trash -Name 'FolderPath'
                $at = Get-M2KMember -Outlook $Outlook -Object $parent -Name 'FolderPath'
                if ($at -ceq $path -or $at.StartsWith("$path\", [StringComparison]::Ordinal)) {
                    $in = 'deleted'
                }
            }
        }
        $kept = $true
        return @{ Item = $item; Parent = $parentId; In = $in }
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Unreadable' -Member 'GetItemFromID')
    } finally {
        Clear-M2KComObject $trash $parent $namespace
        if (-not $kept) {
            Clear-M2KComObject $item
        }
    }
}

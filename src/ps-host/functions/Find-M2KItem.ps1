function Find-M2KItem {
    # What became of an item that its folder lacks: looked for by id, then by mark in the folder, in Deleted Items, and in every other folder of
    # that item type (rules.md 13). at: 'here', 'deleted', 'elsewhere' or 'absent'.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder,
        # '' where only the mark is known.
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Id,
        [AllowNull()] [hashtable] $Mark,
        # Look by id and in Deleted Items only.
        [switch] $OnlyDeleted
    )

    $opened = $null
    $object = $null
    $trash = $null
    try {
        try {
            if ($Id -ne '') {
                $opened = Open-M2KItem -Outlook $Outlook -Folder $Folder -Id $Id
            }
            if ($null -ne $opened -and (-not $OnlyDeleted -or $opened.In -eq 'deleted')) {
                return @{ at = $opened.In; id = Get-M2KMember -Outlook $Outlook -Object $opened.Item -Name 'EntryID' }
            }
        } catch {
            if ((Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Unreadable').TargetObject.code -ne 'NotFound') {
                throw
            }
        }
        $object = Open-M2KFolder -Outlook $Outlook -Folder $Folder
        $trashId = ''
        $places = [ordered]@{ here = $object }
        $trash = Open-M2KTrash -Outlook $Outlook -FolderObject $object
        if ($null -ne $trash) {
            $places.deleted = $trash
            $trashId = Get-M2KMember -Outlook $Outlook -Object $trash -Name 'EntryID'
        }
        foreach ($at in $places.Keys) {
            if ($OnlyDeleted -and $at -ne 'deleted') {
                continue
            }
            $found = Find-M2KMark -Outlook $Outlook -FolderObject $places[$at] -Mark $Mark
            if ($found -ne '') {
                return @{ at = $at; id = $found }
            }
        }
        if (-not $OnlyDeleted -and $null -ne $Mark) {
            $type = Get-M2KMember -Outlook $Outlook -Object $object -Name 'DefaultItemType'
            $found = Find-M2KMarkElsewhere -Outlook $Outlook -ItemType $type -Searched $Folder.entryId -Trash $trashId -Mark $Mark
            if ($found -ne '') {
                return @{ at = 'elsewhere'; id = $found }
            }
        }
        return @{ at = 'absent'; id = $null }
    } finally {
        if ($null -ne $opened) {
            Clear-M2KComObject $opened.Item
        }
        Clear-M2KComObject $trash $object
    }
}

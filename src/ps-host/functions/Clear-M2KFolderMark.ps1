function Clear-M2KFolderMark {
    # The work of Clear-M2KMark in one folder. Counts: items and stamps that were freed, items that were left.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $FolderObject,
        [Parameter(Mandatory)] [object[]] $Names,
        [Parameter(Mandatory)] [object[]] $Columns,
        [Parameter(Mandatory)] [hashtable] $Counts
    )

    $ids = New-Object -TypeName System.Collections.ArrayList
    # The id of rows is short-term on Exchange; PR_LONG_TERM_ENTRYID_FROM_TABLE is not, but absent in other stores (reference: object model 2.4).
    $state = Open-M2KTable -Outlook $Outlook -FolderObject $FolderObject -Columns (@('http://schemas.microsoft.com/mapi/proptag/0x66700102', 'EntryID') + $Columns)
    try {
        do {
            [System.Collections.ArrayList] $rows = Read-M2KTableBlock -Outlook $Outlook -State $state -Max 500
            foreach ($row in $rows) {
                for ($j = 2; $j -lt $row.Length; $j++) {
                    if (-not [string]::IsNullOrEmpty([string] $row[$j])) {
                        $id = [string] $row[1]
                        if ($row[0] -is [byte[]]) {
                            $id = [BitConverter]::ToString($row[0]).Replace('-', '')
                        }
                        [void] $ids.Add($id)
                        break
                    }
                }
            }
        } while ($rows.Count -gt 0)
    } finally {
        Clear-M2KComObject $state.Table
    }
    $store = Get-M2KMember -Outlook $Outlook -Object $FolderObject -Name 'StoreID'
    $unsaved = Get-M2KUnsavedItem -Outlook $Outlook
    $namespace = $Outlook.GetNamespace('MAPI')
    foreach ($id in $ids) {
        $item = $null
        try {
            $item = $namespace.GetItemFromID($id, $store)
            if ($unsaved.Contains($id) -or -not (Get-M2KMember -Outlook $Outlook -Object $item -Name 'Saved')) {
                $Counts.left++
                continue
            }
            foreach ($name in $Names) {
                Remove-M2KUserProperty -Outlook $Outlook -Item $item -Name $name
            }
            $item.Save()
            $Counts.items++
        } catch {
            # Open and unsaved, or a folder that may only be read: what goes on without it is told by its number.
            $Counts.left++
        } finally {
            Clear-M2KComObject $item
        }
    }
    Clear-M2KComObject $namespace
    $storage = $null
    try {
        $storage = $FolderObject.GetStorage('M2KSync', 0)
        $properties = Get-M2KMember -Outlook $Outlook -Object $storage -Name 'UserProperties'
        $property = $properties.Find('M2KSync')
        if ($null -ne $property) {
            $storage.Delete()
            $Counts.stamps++
        }
        Clear-M2KComObject $property $properties
    } catch {
        Write-Verbose -Message $_.Exception.Message
    } finally {
        Clear-M2KComObject $storage
    }
}

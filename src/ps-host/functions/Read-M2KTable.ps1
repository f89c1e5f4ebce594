function Read-M2KTable {
    # One page of a folder's table. The table is read once and stays open between pages, by cursor.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder,
        [Parameter(Mandatory)] [object[]] $Columns,
        [AllowNull()] [object] $Cursor
    )

    $object = Open-M2KFolder -Outlook $Outlook -Folder $Folder
    $items = $null
    if ($null -eq $Cursor) {
        $script:Tables.Last++
        $Cursor = $script:Tables.Last
    } elseif ($null -eq $script:Tables.Open[$Cursor]) {
        throw (New-M2KFailure -Code 'BadRequest' -Message "No table is open at cursor $Cursor.")
    }
    $done = $true
    try {
        if ($null -eq $script:Tables.Open[$Cursor]) {
            $script:Tables.Open[$Cursor] = Open-M2KTable -Outlook $Outlook -FolderObject $object -Columns @($Columns.ForEach({ $_.add }))
        }
        $state = $script:Tables.Open[$Cursor]
        $rows = Read-M2KTableBlock -Outlook $Outlook -State $state -Max 500
        for ($j = 0; $j -lt $Columns.Length; $j++) {
            if ($Columns[$j]['exact']) {
                foreach ($row in $rows) {
                    $row[$j] = Get-M2KVersion -Time $row[$j]
                }
            }
        }
        $items = Get-M2KMember -Outlook $Outlook -Object $object -Name 'Items'
        $count = Get-M2KMember -Outlook $Outlook -Object $items -Name 'Count'
        $done = Get-M2KMember -Outlook $Outlook -Object $state.Table -Name 'EndOfTable'
        return [ordered]@{ rows = $rows; next = if ($done) { $null } else { $Cursor }; count = $count }
    } catch {
        $done = $true
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Unreadable')
    } finally {
        if ($done -and $null -ne $script:Tables.Open[$Cursor]) {
            Clear-M2KComObject $script:Tables.Open[$Cursor].Table
            $script:Tables.Open.Remove($Cursor)
        }
        Clear-M2KComObject $items $object
    }
}

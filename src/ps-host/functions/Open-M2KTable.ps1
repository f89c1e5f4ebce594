function Open-M2KTable {
    # A table over a folder: one call a block of rows instead of several an item (reference: object model 2.4).
    # The result is the state that Read-M2KTableBlock takes; its Table is to be released by the caller.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $FolderObject,
        [Parameter(Mandatory)] [string[]] $Columns,
        [string] $Filter = ''
    )

    $table = $FolderObject.GetTable($Filter)
    $list = $null
    try {
        $list = Get-M2KMember -Outlook $Outlook -Object $table -Name 'Columns'
        $list.RemoveAll()
        # Columns.Add is guarded.
        $watch = [Diagnostics.Stopwatch]::StartNew()
        foreach ($column in $Columns) {
            Clear-M2KComObject ($list.Add($column))
        }
        Assert-M2KUnguarded -Elapsed $watch.Elapsed -Member 'Columns.Add'
        return @{ Table = $table; Width = $Columns.Length; RowsFirst = $null }
    } catch {
        Clear-M2KComObject $table
        throw
    } finally {
        Clear-M2KComObject $list
    }
}

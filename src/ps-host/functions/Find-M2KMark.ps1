function Find-M2KMark {
    # The EntryID of the item in a folder whose text in a column begins so; of several the one changed last; '' for none.
    # Mark: hashtable with column (a namespace) and begins, or $null, which finds nothing.
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $FolderObject,
        [AllowNull()] [hashtable] $Mark
    )

    if ($null -eq $Mark) {
        return ''
    }
    $filter = '@SQL="' + $Mark.column + '" like ''' + $Mark.begins.Replace("'", "''") + '%'''
    # The id of rows is short-term on Exchange; PR_LONG_TERM_ENTRYID_FROM_TABLE is not, but absent in other stores (reference: object model 2.4).
    $columns = 'http://schemas.microsoft.com/mapi/proptag/0x66700102', 'EntryID', 'LastModificationTime', $Mark.column
    $state = Open-M2KTable -Outlook $Outlook -FolderObject $FolderObject -Columns $columns -Filter $filter
    try {
        $found = ''
        $latest = [datetime]::MinValue
        foreach ($row in (Read-M2KTableBlock -Outlook $Outlook -State $state -Max 100)) {
            # Filters take no notice of case; a cell is cut at 255 characters.
            $text = [string] $row[3]
            $same = $Mark.begins.StartsWith($text, [StringComparison]::Ordinal) -or $text.StartsWith($Mark.begins, [StringComparison]::Ordinal)
            if ($text -ne '' -and $same -and ($found -eq '' -or $row[2] -gt $latest)) {
                $found = if ($row[0] -is [byte[]]) { [BitConverter]::ToString($row[0]).Replace('-', '') } else { [string] $row[1] }
                $latest = if ($row[2] -is [datetime]) { $row[2] } else { $latest }
            }
        }
        return $found
    } finally {
        Clear-M2KComObject $state.Table
    }
}

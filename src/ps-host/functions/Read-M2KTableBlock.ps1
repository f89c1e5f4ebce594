function Read-M2KTableBlock {
    # Up to Max further rows, each an array in the order of the columns. An empty list at the end of the table.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $State,
        [Parameter(Mandatory)] [int] $Max
    )

    $rows = New-Object -TypeName System.Collections.ArrayList
    while ($rows.Count -lt $Max -and -not (Get-M2KMember -Outlook $Outlook -Object $State.Table -Name 'EndOfTable')) {
        # Documentation and samples disagree whether GetArray's first index is the column or the row: one row of several columns tells.
        $wanted = if ($null -eq $State.RowsFirst) { 1 } else { $Max - $rows.Count }
        $block = $State.Table.GetArray($wanted)
        if ($null -eq $block) {
            break
        }
        if ($null -eq $State.RowsFirst) {
            $State.RowsFirst = $block.GetLength(0) -eq 1
        }
        $count = $block.GetLength([int] (-not $State.RowsFirst))
        if ($count -eq 0) {
            break
        }
        for ($i = 0; $i -lt $count; $i++) {
            $row = New-Object -TypeName object[] -ArgumentList $State.Width
            for ($j = 0; $j -lt $State.Width; $j++) {
                # Plain assignments: the result of an if statement would be a binary value's bytes one by one.
                if ($State.RowsFirst) {
                    $row[$j] = $block.GetValue($i, $j)
                } else {
                    $row[$j] = $block.GetValue($j, $i)
                }
            }
            [void] $rows.Add($row)
        }
    }
    return , $rows
}

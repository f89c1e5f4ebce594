function Add-M2KTrayEntry {
    # The entries of the model as items of a menu; each click goes to the one handler, which finds the id in the item's name.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $To,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Entries,
        [Parameter(Mandatory)] [scriptblock] $OnClick
    )

    foreach ($entry in $Entries) {
        if ($entry.Id -eq '-') {
            [void]$To.Add((New-Object -TypeName System.Windows.Forms.ToolStripSeparator))
            continue
        }
        $item = New-Object -TypeName System.Windows.Forms.ToolStripMenuItem -ArgumentList $entry.Text
        $item.Name = $entry.Id
        $item.Enabled = $entry.Enabled
        $item.Checked = $entry.Checked
        if (@($entry.Entries).Count -gt 0) {
            Add-M2KTrayEntry -To $item.DropDownItems -Entries $entry.Entries -OnClick $OnClick
        } else {
            $item.add_Click($OnClick)
        }
        [void]$To.Add($item)
    }
}

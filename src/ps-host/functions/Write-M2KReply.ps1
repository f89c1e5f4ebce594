function Write-M2KReply {
    # Prints the next page of a reply as one marked line on stdout: ASCII, whatever the console's code page.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [hashtable] $Reply)

    # node-powershell joins what it reads anew for each chunk: 1 MB takes 13 ms, 20 MB 2.2 s (reference 1.3, defect 8).
    $length = 700000
    $pages = [Math]::Max(1, [int] [Math]::Ceiling($Reply.Text.Length / $length))
    $start = $Reply.Page * $length
    $part = $Reply.Text.Substring($start, [Math]::Min($length, $Reply.Text.Length - $start))
    $Reply.Page++
    [Console]::Out.Write("`nM2K1 $($Reply.Id) $($Reply.Page)/$pages $part`n")
    if ($Reply.Page -ge $pages) {
        $script:Reply = @{ Id = ''; Text = ''; Page = 0 }
    }
}

function Remove-M2KFolder {
    # Takes a folder away. Programs in it may run: a folder with a running program can be renamed, so it is put aside first, and what cannot be deleted
    # yet goes with the next installation.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path)

    $parent = [IO.Path]::GetDirectoryName($Path)
    $name = [IO.Path]::GetFileName($Path)
    if ([IO.Directory]::Exists($Path)) {
        [IO.Directory]::Move($Path, [IO.Path]::Combine($parent, "$name.old-" + [Guid]::NewGuid().ToString('N').Substring(0, 8)))
    }
    if (-not [IO.Directory]::Exists($parent)) { return }
    foreach ($old in [IO.Directory]::GetDirectories($parent, "$name.old-*")) {
        try {
            [IO.Directory]::Delete($old, $true)
        } catch {
            Write-Verbose -Message $_.Exception.Message
        }
    }
}

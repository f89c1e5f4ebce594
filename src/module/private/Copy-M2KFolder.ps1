function Copy-M2KFolder {
    # A folder with all that is in it, over what is there.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $From, [Parameter(Mandatory)] [string] $To)

    [void][IO.Directory]::CreateDirectory($To)
    foreach ($file in [IO.Directory]::GetFiles($From)) {
        [IO.File]::Copy($file, [IO.Path]::Combine($To, [IO.Path]::GetFileName($file)), $true)
    }
    foreach ($folder in [IO.Directory]::GetDirectories($From)) {
        Copy-M2KFolder -From $folder -To ([IO.Path]::Combine($To, [IO.Path]::GetFileName($folder)))
    }
}

function Save-M2KRichText {
    # An item's formatted text as a file of the ipc folder, which whoever asked for it takes away; $null where Outlook has no such member (2007).
    [CmdletBinding()]
    [OutputType([IO.FileInfo])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item
    )

    $version = [string] (Get-M2KMember -Outlook $Outlook -Object $Outlook -Name 'Version')
    if ([int] $version.Split('.')[0] -lt 14) {
        return $null
    }
    $rtf = Get-M2KMember -Outlook $Outlook -Object $Item -Name 'RTFBody'
    if ($null -eq $rtf) {
        return $null
    }
    $path = "$script:IpcFolder/$([guid]::NewGuid().ToString('N')).4.bin"
    [IO.File]::WriteAllBytes($path, [byte[]] $rtf)
    return New-Object -TypeName IO.FileInfo -ArgumentList $path
}

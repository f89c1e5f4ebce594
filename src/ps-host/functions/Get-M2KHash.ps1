function Get-M2KHash {
    # SHA-256 in hexadecimal, lower case.
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Octets)

    $sha = [System.Security.Cryptography.SHA256]::Create()
    try {
        return [BitConverter]::ToString($sha.ComputeHash($Octets)).Replace('-', '').ToLowerInvariant()
    } finally {
        $sha.Dispose()
    }
}

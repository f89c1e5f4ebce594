function Get-M2KProxy {
    # The proxy between this computer and an URL as Windows has it, a configuration script included; empty for none.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [string] $Url)

    $target = New-Object -TypeName System.Uri -ArgumentList $Url
    $proxies = [System.Net.WebRequest]::GetSystemWebProxy()
    if ($null -eq $proxies -or $proxies.IsBypassed($target)) { return @{ proxy = '' } }
    $found = $proxies.GetProxy($target)
    if ($null -eq $found -or $found.AbsoluteUri -eq $target.AbsoluteUri) { return @{ proxy = '' } }
    return @{ proxy = $found.AbsoluteUri }
}

function Get-M2KProxy {
    # The proxy that Windows has for an address, by this user's settings, their script (PAC) and WPAD; '' where the way is direct.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [string] $Url)

    $address = New-Object -TypeName System.Uri -ArgumentList $Url
    $system = [System.Net.WebRequest]::GetSystemWebProxy()
    $proxy = $null
    if (-not $system.IsBypassed($address)) {
        $proxy = $system.GetProxy($address)
    }
    # .NET Framework gives the address itself where there is no proxy, .NET gives nothing.
    if ($null -eq $proxy -or $proxy.AbsoluteUri -eq $address.AbsoluteUri) {
        return @{ proxy = '' }
    }
    return @{ proxy = $proxy.GetLeftPart([System.UriPartial]::Authority) }
}

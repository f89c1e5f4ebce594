function ConvertTo-M2KArgument {
    # One argument as CommandLineToArgvW reads it back: .NET Framework has no ProcessStartInfo.ArgumentList.
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Text)

    if ($Text -ne '' -and $Text -notmatch '[\s"]') {
        return $Text
    }

    # Backslashes count only before a quote: there, and before the closing quote, each is doubled.
    $inner = [regex]::Replace($Text, '(\\*)"', '$1$1\"')
    return '"' + [regex]::Replace($inner, '(\\+)$', '$1$1') + '"'
}

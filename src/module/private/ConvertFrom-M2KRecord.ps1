function ConvertFrom-M2KRecord {
    # A record line as an object. Its texts begin with '=', as asked for: ConvertFrom-Json of PowerShell 6 and later takes texts that look like
    # dates for dates, and an appointment may well be called so.
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string] $Line)

    return ConvertFrom-M2KMarked -Value (ConvertFrom-Json -InputObject $Line)
}

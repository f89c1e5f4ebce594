function Write-M2KMark {
    # The delimiter of node-powershell, without a line end (reference 1.3, defect 1).
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [ValidatePattern('^[0-9A-Za-z]{16}$')] [string] $Token,
        [switch] $ToError
    )

    if ($ToError) {
        [Console]::Error.Write($Token)
    } else {
        [Console]::Out.Write($Token)
    }
}

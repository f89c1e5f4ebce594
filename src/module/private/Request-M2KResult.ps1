function Request-M2KResult {
    # As Get-M2KResult, for a caller that catches the error: what is thrown by the caller's own PSCmdlet ends the caller whatever it catches.
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [hashtable] $Request)

    return Get-M2KResult -Cmdlet $PSCmdlet -Request $Request
}

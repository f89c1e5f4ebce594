function Get-M2KResult {
    # The value of the one result record of a request that has no items.
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet, [Parameter(Mandatory)] [hashtable] $Request)

    $result = Invoke-M2KEngine -Cmdlet $Cmdlet -Request $Request | Where-Object { $_.t -eq 'result' }
    return $result.value
}

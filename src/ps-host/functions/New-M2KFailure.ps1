function New-M2KFailure {
    # An error with one of the host's codes, to be thrown. Detail keys: reason, member, hresult, part.
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param(
        [Parameter(Mandatory)] [string] $Code,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Message,
        [hashtable] $Detail = @{}
    )

    $failure = @{ code = $Code; message = $Message }
    foreach ($name in $Detail.Keys) {
        $failure[$name] = $Detail[$name]
    }
    $exception = New-Object -TypeName System.InvalidOperationException -ArgumentList $Message
    return New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $exception, "M2K.$Code", 'NotSpecified', $failure
}

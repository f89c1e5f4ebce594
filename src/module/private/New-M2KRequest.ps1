function New-M2KRequest {
    # A request of the engine's contract from a cmdlet's bound parameters: only what was given is sent.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [string] $Command,
        [Parameter(Mandatory)] [string] $ProfileName,
        # The cmdlet's $PSBoundParameters.
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound,
        # Parameter name -> field of the request.
        [hashtable] $Fields = @{}
    )

    $request = @{ command = $Command; profile = $ProfileName }
    foreach ($name in $Fields.Keys) {
        if (-not $Bound.ContainsKey($name)) { continue }
        $value = $Bound[$name]
        if ($value -is [switch]) { $value = [bool]$value }
        $request[$Fields[$name]] = $value
    }
    return $request
}

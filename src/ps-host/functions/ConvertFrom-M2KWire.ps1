function ConvertFrom-M2KWire {
    # A value of a request as PowerShell and COM want it: '=' text, '@' date, '#' text in a file of its own, objects as hashtables.
    [CmdletBinding()]
    param(
        [AllowNull()] [object] $Value,
        # Path of the request's files without their last part.
        [Parameter(Mandatory)] [string] $Files
    )

    if ($null -eq $Value -or $Value -is [bool]) {
        return $Value
    }
    if ($Value -is [string]) {
        $rest = $Value.Substring(1)
        switch -CaseSensitive ($Value.Substring(0, 1)) {
            '=' { return $rest }
            '@' { return [datetime]::ParseExact($rest, 'yyyy-MM-ddTHH:mm:ss', [cultureinfo]::InvariantCulture) }
            '#' { return Read-M2KPayload -Path "$Files.$rest.txt" }
            default { throw (New-M2KFailure -Code 'BadRequest' -Message 'A text without its sign.') }
        }
    }
    if ($Value -is [array]) {
        $list = New-Object -TypeName object[] -ArgumentList $Value.Length
        for ($i = 0; $i -lt $Value.Length; $i++) {
            # Names of members and ids are most of every request: without a call of this function for each.
            $element = $Value[$i]
            $list[$i] = if ($element -is [string] -and $element.Length -gt 0 -and $element[0] -ceq '=') {
                $element.Substring(1)
            } else {
                ConvertFrom-M2KWire -Value $element -Files $Files
            }
        }
        return , $list
    }
    # COM takes neither 64-bit numbers nor decimals: ConvertFrom-Json of 6+ gives the one, that of 5.1 the other.
    if ($Value -is [long] -or $Value -is [int]) {
        return [int] $Value
    }
    if ($Value -is [double] -or $Value -is [decimal]) {
        return [double] $Value
    }
    $table = @{}
    foreach ($property in $Value.PSObject.Properties) {
        $table[$property.Name] = ConvertFrom-M2KWire -Value $property.Value -Files $Files
    }
    return $table
}

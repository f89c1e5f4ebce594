function Set-M2KProperty {
    # Sets a property by its namespace name, where no member does it; only those of the list. Binary ones (type 0102) come as hexadecimal text, lists of them (1102) as base64.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        [Parameter(Mandatory)] [string] $Schema,
        [Parameter(Mandatory)] [object] $Value
    )

    if (-not $script:Members.Schema.Contains($Schema)) {
        throw (New-M2KFailure -Code 'BadRequest' -Message "'$Schema' is not a property the host writes.")
    }
    $accessor = Get-M2KMember -Outlook $Outlook -Object $Item -Name 'PropertyAccessor'
    try {
        if ($Schema -like '*0102') {
            $bytes = New-Object -TypeName byte[] -ArgumentList ($Value.Length / 2)
            for ($i = 0; $i -lt $bytes.Length; $i++) {
                $bytes[$i] = [Convert]::ToByte($Value.Substring(2 * $i, 2), 16)
            }
            $accessor.SetProperty($Schema, $bytes)
        } elseif ($Schema -like '*1102') {
            # Bytes as .NET gives them: what came through a pipeline is wrapped, and COM takes no wrapped element of an array.
            $list = New-Object -TypeName object[] -ArgumentList $Value.Length
            for ($i = 0; $i -lt $Value.Length; $i++) {
                $list[$i] = [Convert]::FromBase64String($Value[$i])
            }
            $accessor.SetProperty($Schema, $list)
        } else {
            $accessor.SetProperty($Schema, $Value)
        }
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused' -Member 'PropertyAccessor')
    } finally {
        Clear-M2KComObject $accessor
    }
}

function Get-M2KProperty {
    # A text or a date by namespace, bytes in hex, a list of bytes in base64; $null where the object has no such property. The accessor is guarded and slow: only what no member gives.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Object,
        [Parameter(Mandatory)] [string] $Schema
    )

    if (-not $script:Members.Property.Contains($Schema)) {
        throw (New-M2KFailure -Code 'BadRequest' -Message "'$Schema' is not a property the host reads.")
    }
    $accessor = Get-M2KMember -Outlook $Outlook -Object $Object -Name 'PropertyAccessor'
    try {
        $value = $accessor.GetProperty($Schema)
        if ($value -is [byte[]]) {
            return [BitConverter]::ToString($value).Replace('-', '')
        }
        if ($value -is [array]) {
            $list = New-Object -TypeName object[] -ArgumentList $value.Length
            for ($i = 0; $i -lt $value.Length; $i++) {
                $list[$i] = [Convert]::ToBase64String($value[$i])
            }
            return , $list
        }
        if ($value -is [datetime]) {
            return $value
        }
        return [string] $value
    } catch {
        $failure = Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Unreadable' -Member 'PropertyAccessor'
        # MAPI_E_NOT_FOUND.
        if ($failure.TargetObject['hresult'] -ne '0x8004010F') {
            throw $failure
        }
        return $null
    } finally {
        Clear-M2KComObject $accessor
    }
}

function ConvertTo-M2KWire {
    # A value of a reply in the wire's spelling: '=' text, '@' date, binary as hexadecimal text, '%' a file of the ipc folder, lists as lists even when single.
    [CmdletBinding()]
    param([AllowNull()] [object] $Value)

    if ($null -eq $Value -or $Value -is [System.DBNull] -or $Value -is [bool] -or $Value -is [int] -or $Value -is [double]) {
        return $Value
    }
    if ($Value -is [string]) {
        return '=' + $Value
    }
    if ($Value -is [datetime]) {
        return '@' + $Value.ToString('yyyy-MM-ddTHH:mm:ss', [cultureinfo]::InvariantCulture)
    }
    if ($Value -is [IO.FileInfo]) {
        return '%' + $Value.Name
    }
    if ($Value -is [byte[]]) {
        return '=' + [BitConverter]::ToString($Value).Replace('-', '')
    }
    if ($Value -is [System.Collections.IDictionary]) {
        $table = [ordered]@{}
        foreach ($key in $Value.Keys) {
            $table[$key] = ConvertTo-M2KWire -Value $Value[$key]
        }
        return $table
    }
    if ($Value -is [System.Collections.IList]) {
        # Not an array: 5.1 may write one that passed through its type system as {"value":...,"Count":n}.
        $list = New-Object -TypeName System.Collections.ArrayList -ArgumentList $Value.Count
        foreach ($element in $Value) {
            # Texts are most of every listing: without a call of this function for each.
            if ($element -is [string]) {
                [void] $list.Add('=' + $element)
            } else {
                [void] $list.Add((ConvertTo-M2KWire -Value $element))
            }
        }
        return , $list
    }
    if ($Value -is [short] -or $Value -is [byte] -or $Value -is [long]) {
        return [double] $Value
    }
    throw (New-M2KFailure -Code 'HostBug' -Message "The wire has no spelling for $($Value.GetType().FullName).")
}

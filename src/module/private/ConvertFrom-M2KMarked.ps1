function ConvertFrom-M2KMarked {
    # The value without the '=' before its texts, in place for objects, as a new array for lists.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()] [object] $Value)

    if ($Value -is [string]) {
        if ($Value.StartsWith('=')) { return $Value.Substring(1) }
        return $Value
    }
    if ($Value -is [array]) {
        $list = New-Object -TypeName 'System.Collections.Generic.List[object]'
        foreach ($one in $Value) { $list.Add((ConvertFrom-M2KMarked -Value $one)) }
        return , $list.ToArray()
    }
    if ($Value -is [pscustomobject]) {
        foreach ($property in @($Value.PSObject.Properties)) { $property.Value = ConvertFrom-M2KMarked -Value $property.Value }
    }
    return $Value
}

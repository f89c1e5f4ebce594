function Get-M2KValue {
    # A member of a record that may be absent; $null then. StrictMode makes a plain read an error.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [AllowNull()] [object] $From, [Parameter(Mandatory)] [string] $Name)

    if ($null -eq $From) { return $null }
    if ($From -is [System.Collections.IDictionary]) {
        if ($From.Contains($Name)) { return $From[$Name] }
        return $null
    }
    $property = $From.PSObject.Properties[$Name]
    if ($null -eq $property) { return $null }
    if ($property.Value -is [array]) { return , $property.Value }
    return $property.Value
}

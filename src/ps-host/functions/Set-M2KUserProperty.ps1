function Set-M2KUserProperty {
    # Writes a text user property of an item, made if it is missing; never a field of the folder, which would need rights there.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Text
    )

    $properties = Get-M2KMember -Outlook $Outlook -Object $Item -Name 'UserProperties'
    $property = $null
    try {
        $property = $properties.Find($Name)
        if ($null -eq $property) {
            # OlUserPropertyType 1: text.
            $property = $properties.Add($Name, 1, $false)
        }
        Set-M2KMember -Outlook $Outlook -Object $property -Name 'Value' -Value $Text
    } finally {
        Clear-M2KComObject $property $properties
    }
}

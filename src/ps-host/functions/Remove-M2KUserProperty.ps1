function Remove-M2KUserProperty {
    # Takes a user property off an item, where it has one of that name; the item is not saved.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        [Parameter(Mandatory)] [string] $Name
    )

    $properties = Get-M2KMember -Outlook $Outlook -Object $Item -Name 'UserProperties'
    $property = $null
    try {
        $property = $properties.Find($Name)
        if ($null -ne $property) {
            $property.Delete()
        }
    } finally {
        Clear-M2KComObject $property $properties
    }
}

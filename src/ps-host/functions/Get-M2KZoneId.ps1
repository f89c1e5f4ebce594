function Get-M2KZoneId {
    # The ids of the time zones that these members of an item hold; '' where one holds none.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        [Parameter(Mandatory)] [object[]] $Names
    )

    $ids = [ordered]@{}
    foreach ($name in $Names) {
        $zone = Get-M2KMember -Outlook $Outlook -Object $Item -Name $name
        $ids[$name] = if ($null -eq $zone) { '' } else { [string] (Get-M2KMember -Outlook $Outlook -Object $zone -Name 'ID') }
        Clear-M2KComObject $zone
    }
    return $ids
}

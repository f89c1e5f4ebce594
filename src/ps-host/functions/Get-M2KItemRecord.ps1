function Get-M2KItemRecord {
    # ItemRecord of protocol.ts: the members asked for, under Outlook's own names. A getter that fails fails the item.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        [Parameter(Mandatory)] [string] $Parent,
        [Parameter(Mandatory)] [hashtable] $Members
    )

    $record = [ordered]@{
        id           = Get-M2KMember -Outlook $Outlook -Object $Item -Name 'EntryID'
        version      = Get-M2KVersion -Time (Get-M2KMember -Outlook $Outlook -Object $Item -Name 'LastModificationTime')
        parent       = $Parent
        messageClass = Get-M2KMember -Outlook $Outlook -Object $Item -Name 'MessageClass'
        plain        = [ordered]@{}
    }
    foreach ($name in $Members.plain) {
        $record.plain[$name] = Get-M2KMember -Outlook $Outlook -Object $Item -Name $name
    }
    if ($null -ne $Members['zones']) {
        $record.zones = [ordered]@{}
        foreach ($name in $Members.zones) {
            $zone = Get-M2KMember -Outlook $Outlook -Object $Item -Name $name
            $record.zones[$name] = if ($null -eq $zone) { '' } else { [string] (Get-M2KMember -Outlook $Outlook -Object $zone -Name 'ID') }
            Clear-M2KComObject $zone
        }
    }
    if ($null -ne $Members['pattern']) {
        $record.pattern = $null
        # GetRecurrencePattern makes an item recurring that is not (reference: object model 4).
        if (Get-M2KMember -Outlook $Outlook -Object $Item -Name 'IsRecurring') {
            $pattern = $Item.GetRecurrencePattern()
            $exceptions = $null
            try {
                $record.pattern = [ordered]@{}
                foreach ($name in $Members.pattern) {
                    $record.pattern[$name] = Get-M2KMember -Outlook $Outlook -Object $pattern -Name $name
                }
                $exceptions = Get-M2KMember -Outlook $Outlook -Object $pattern -Name 'Exceptions'
                $record.exceptions = Get-M2KMember -Outlook $Outlook -Object $exceptions -Name 'Count'
            } finally {
                Clear-M2KComObject $exceptions $pattern
            }
        }
    }
    if ($null -ne $Members['user']) {
        $record.user = [ordered]@{}
        $properties = Get-M2KMember -Outlook $Outlook -Object $Item -Name 'UserProperties'
        foreach ($name in $Members.user) {
            $property = $properties.Find($name)
            $record.user[$name] = $null
            if ($null -ne $property) {
                $record.user[$name] = Get-M2KMember -Outlook $Outlook -Object $property -Name 'Value'
            }
            Clear-M2KComObject $property
        }
        Clear-M2KComObject $properties
    }
    if ($Members['people'] -eq $true) {
        $record.people = Get-M2KPeople -Outlook $Outlook -Item $Item
    }
    return $record
}

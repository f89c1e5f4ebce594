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
    $class = [string] $record.messageClass
    if ($null -ne $Members['ofClass'] -and ($class -eq $Members.ofClass.messageClass -or $class -like ($Members.ofClass.messageClass + '.*'))) {
        $Members = $Members.ofClass.members
    }
    foreach ($name in $Members.plain) {
        $record.plain[$name] = Get-M2KMember -Outlook $Outlook -Object $Item -Name $name
    }
    if ($null -ne $Members['zones']) {
        $record.zones = Get-M2KZoneId -Outlook $Outlook -Item $Item -Names $Members.zones
    }
    if ($null -ne $Members['pattern']) {
        $record.pattern = $null
        # GetRecurrencePattern makes an item recurring that is not (reference: object model 4).
        if (Get-M2KMember -Outlook $Outlook -Object $Item -Name 'IsRecurring') {
            $pattern = $Item.GetRecurrencePattern()
            try {
                $record.pattern = [ordered]@{}
                foreach ($name in $Members.pattern) {
                    $record.pattern[$name] = Get-M2KMember -Outlook $Outlook -Object $pattern -Name $name
                }
                if ($null -ne $Members['occurrence']) {
                    $record.exceptions = @(Get-M2KExceptionRecord -Outlook $Outlook -Item $Item -Pattern $pattern -Members $Members)
                }
            } finally {
                Clear-M2KComObject $pattern
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
    if ($null -ne $Members['properties']) {
        $record.properties = [ordered]@{}
        foreach ($property in $Members.properties) {
            $when = $property['when']
            if ($null -ne $when) {
                $held = $record.plain[$when.member]
                $asked = if ($when['timed'] -eq $true) { $held -is [datetime] -and $held.TimeOfDay -ne [timespan]::Zero } else { $held -eq $when.is }
            }
            if ($null -eq $when -or $asked) {
                $record.properties[$property.as] = Get-M2KProperty -Outlook $Outlook -Object $Item -Schema $property.schema
            }
        }
    }
    if ($null -ne $Members['picture']) {
        $record.picture = Save-M2KPicture -Outlook $Outlook -Item $Item -Names $Members.picture
    }
    if ($null -ne $Members['attachments']) {
        $record.attachments = Get-M2KAttachment -Outlook $Outlook -Item $Item -What $Members.attachments
    }
    if ($Members['rtf'] -eq $true) {
        $record.rtf = Save-M2KRichText -Outlook $Outlook -Item $Item
    }
    if ($null -ne $Members['list']) {
        $record.list = Get-M2KListMember -Outlook $Outlook -List $Item -Smtp $Members.list.smtp
    }
    return $record
}

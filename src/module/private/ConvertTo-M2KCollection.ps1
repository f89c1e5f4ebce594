function ConvertTo-M2KCollection {
    # A collection of the engine as M2KSync.Collection.
    [CmdletBinding()]
    [OutputType('M2KSync.Collection')]
    param([Parameter(Mandatory, ValueFromPipeline)] [object] $Collection, [Parameter(Mandatory)] [string] $ProfileName)

    process {
        [pscustomobject]@{
            PSTypeName = 'M2KSync.Collection'
            Id = $Collection.id
            Name = $Collection.name
            Kind = $Collection.kind
            Scope = $Collection.scope
            Enabled = $Collection.enabled
            Direction = $Collection.direction
            DirectionFixed = Get-M2KValue -From $Collection -Name 'directionFixed'
            DefaultFolder = $Collection.defaultFolder
            Folder = $Collection.folder
            Clash = $Collection.clash
            Attendees = Get-M2KValue -From $Collection -Name 'attendees'
            BusyOnly = Get-M2KValue -From $Collection -Name 'busyOnly'
            Reminders = Get-M2KValue -From $Collection -Name 'reminders'
            PastDays = Get-M2KValue -From $Collection -Name 'pastDays'
            FutureDays = Get-M2KValue -From $Collection -Name 'futureDays'
            MayAdd = $Collection.rights.add
            MayChange = $Collection.rights.change
            MayRemove = $Collection.rights.remove
            RightsFrom = Get-M2KValue -From $Collection -Name 'rightsFrom'
            RightsAt = ConvertTo-M2KDate -Text ([string](Get-M2KValue -From $Collection -Name 'rightsAt'))
            Color = Get-M2KValue -From $Collection -Name 'color'
            Source = Get-M2KValue -From $Collection -Name 'source'
            Href = $Collection.href
            ProfileName = $ProfileName
        }
    }
}

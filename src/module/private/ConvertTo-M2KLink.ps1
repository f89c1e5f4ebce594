function ConvertTo-M2KLink {
    # What the last run found in one calendar or address book, as M2KSync.LinkStatus.
    [CmdletBinding()]
    [OutputType('M2KSync.LinkStatus')]
    param([Parameter(Mandatory, ValueFromPipeline)] [object] $Link)

    process {
        [pscustomobject]@{
            PSTypeName = 'M2KSync.LinkStatus'
            Name = $Link.title
            Kind = $Link.kind
            InOutlook = $Link.listed.outlook
            OnServer = $Link.listed.server
            InStep = $Link.paired
            PutAway = $Link.putAway
            Done = $Link.counts.done
            Held = $Link.counts.held
            Failed = $Link.counts.failed
            Stopped = @($Link.stopped | ForEach-Object { @($_.code, (Get-M2KValue -From $_ -Name 'reason')) -ne $null -join '.' })
            CollectionId = $Link.link
        }
    }
}

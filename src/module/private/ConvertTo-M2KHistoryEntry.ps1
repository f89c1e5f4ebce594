function ConvertTo-M2KHistoryEntry {
    # A history record as M2KSync.HistoryEntry.
    [CmdletBinding()]
    [OutputType('M2KSync.HistoryEntry')]
    param([Parameter(Mandatory, ValueFromPipeline)] [object] $Record, [Parameter(Mandatory)] [string] $ProfileName)

    process {
        $entry = $Record.entry
        [pscustomobject]@{
            PSTypeName = 'M2KSync.HistoryEntry'
            Id = $entry.id
            When = ConvertTo-M2KDate -Text $entry.at
            Title = $entry.title
            Kind = $entry.kind
            Side = $entry.side
            What = $entry.why
            Values = @($entry.values | ForEach-Object { [pscustomobject]@{ Field = $_.field; Value = $_.value } })
            Restored = ConvertTo-M2KDate -Text $entry.restoredAt
            Run = $entry.run
            Collection = $entry.collectionName
            CollectionId = $entry.link
            Uid = $entry.uid
            Rule = $entry.cell
            Text = $Record.text
            ProfileName = $ProfileName
        }
    }
}

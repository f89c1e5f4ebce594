function ConvertTo-M2KFailure {
    # An item record that was not done as M2KSync.Failure.
    [CmdletBinding()]
    [OutputType('M2KSync.Failure')]
    param([Parameter(Mandatory, ValueFromPipeline)] [object] $Record, [Parameter(Mandatory)] [string] $ProfileName)

    process {
        $item = $Record.item
        [pscustomobject]@{
            PSTypeName = 'M2KSync.Failure'
            Title = $item.title
            Kind = $item.kind
            Result = $item.result
            Side = Get-M2KValue -From $item -Name 'side'
            Field = Get-M2KValue -From $item -Name 'field'
            Reason = Get-M2KValue -From $Record.problem -Name 'message'
            Remedy = Get-M2KValue -From $Record.problem -Name 'remedy'
            ErrorId = Get-M2KValue -From $Record.problem -Name 'id'
            CollectionId = $item.link
            Uid = $item.uid
            ProfileName = $ProfileName
        }
    }
}

function ConvertTo-M2KItem {
    # An item record of the engine as M2KSync.PlanItem or M2KSync.ItemResult.
    [CmdletBinding()]
    [OutputType('M2KSync.PlanItem', 'M2KSync.ItemResult')]
    param([Parameter(Mandatory)] [object] $Record, [Parameter(Mandatory)] [ValidateSet('M2KSync.PlanItem', 'M2KSync.ItemResult')] [string] $TypeName)

    $item = $Record.item
    $writes = @{ outlook = $null; server = $null }
    $changes = New-Object -TypeName 'System.Collections.Generic.List[object]'
    foreach ($write in @($item.writes)) {
        $writes[$write.side] = $write.kind
        foreach ($change in @($write.changes)) {
            $changes.Add([pscustomobject]@{ Side = $write.side; Field = $change.field; From = $change.from; To = $change.to })
        }
    }
    [pscustomobject]@{
        PSTypeName = $TypeName
        Title = $item.title
        Kind = $item.kind
        Result = $item.result
        Outlook = $writes.outlook
        Server = $writes.server
        Changes = $changes.ToArray()
        CollectionId = $item.link
        Uid = $item.uid
        Rule = $item.cell
        ErrorId = Get-M2KValue -From $Record.problem -Name 'id'
        Message = Get-M2KValue -From $Record.problem -Name 'message'
        Remedy = Get-M2KValue -From $Record.problem -Name 'remedy'
        Text = $Record.text
    }
}

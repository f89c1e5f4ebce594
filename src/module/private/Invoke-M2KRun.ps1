function Invoke-M2KRun {
    # A request that syncs: its items as they come, problems as warnings and errors, then one M2KSync.Result or M2KSync.Plan.
    [CmdletBinding()]
    [OutputType('M2KSync.Plan', 'M2KSync.Result')]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [hashtable] $Request,
        [Parameter(Mandatory)] [string] $ProfileName
    )

    $typeName = 'M2KSync.ItemResult'
    if ($Request.ContainsKey('whatIf')) { $typeName = 'M2KSync.PlanItem' }
    $items = New-Object -TypeName 'System.Collections.Generic.List[object]'
    Invoke-M2KEngine -Cmdlet $Cmdlet -Request $Request | ForEach-Object {
        if ($_.t -eq 'item') {
            $items.Add((ConvertTo-M2KItem -Record $_ -TypeName $typeName))
            if ($null -ne $_.problem) { Write-M2KProblem -Cmdlet $Cmdlet -Problem $_.problem }
        } else {
            foreach ($problem in @($_.value.problems)) { Write-M2KProblem -Cmdlet $Cmdlet -Problem $problem }
            ConvertTo-M2KRun -Result $_ -Items $items.ToArray() -ProfileName $ProfileName
        }
    }
}

function ConvertTo-M2KRun {
    # The result record of a run and its items as M2KSync.Plan or M2KSync.Result.
    [CmdletBinding()]
    [OutputType('M2KSync.Plan', 'M2KSync.Result')]
    param(
        [Parameter(Mandatory)] [object] $Result,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Items,
        [Parameter(Mandatory)] [string] $ProfileName
    )

    $run = $Result.value.run
    $sum = @{ done = 0; held = 0; failed = 0; planned = 0; paired = 0; outlook = 0; server = 0; deletions = 0 }
    foreach ($link in @($run.links)) {
        foreach ($name in @('done', 'held', 'failed', 'planned')) { $sum[$name] += $link.counts.$name }
        foreach ($name in @('outlook', 'server', 'deletions')) { $sum[$name] += $link.writes.$name }
        $sum.paired += $link.paired
    }
    $common = [ordered]@{
        PSTypeName = 'M2KSync.Result'
        Summary = $Result.value.summary
        InStep = $sum.paired
        Done = $sum.done
        Held = $sum.held
        Failed = $sum.failed
        ToOutlook = $sum.outlook
        ToServer = $sum.server
        Deletions = $sum.deletions
        Problems = @($Result.value.problems | ForEach-Object { ConvertTo-M2KProblem -Problem $_ })
        Items = $Items
        Started = ConvertTo-M2KDate -Text $run.started
        Ended = ConvertTo-M2KDate -Text $run.ended
        ExitCode = $Result.exitCode
        ProfileName = $ProfileName
    }
    if ($run.whatIf) {
        $common.PSTypeName = 'M2KSync.Plan'
        foreach ($name in @('Done', 'Failed', 'ExitCode')) { $common.Remove($name) }
    }
    [pscustomobject]$common
}

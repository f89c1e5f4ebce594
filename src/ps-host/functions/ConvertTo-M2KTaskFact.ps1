function ConvertTo-M2KTaskFact {
    # TaskFacts of protocol.ts. A task that never ran or will not run says so by the year 1899: '' here.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([Parameter(Mandatory)] [object] $Task)

    $moments = foreach ($moment in @($Task.LastRunTime, $Task.NextRunTime)) {
        if ($moment.Year -lt 2000) {
            ''
        } else {
            $moment.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
        }
    }
    return [ordered]@{
        path    = [string] $Task.Path
        enabled = [bool] $Task.Enabled
        # TASK_STATE: 0 unknown, 1 disabled, 2 queued, 3 ready, 4 running.
        state   = [int] $Task.State
        lastRun = [string] $moments[0]
        nextRun = [string] $moments[1]
        xml     = [string] $Task.Xml
    }
}

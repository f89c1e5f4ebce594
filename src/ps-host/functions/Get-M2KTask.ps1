function Get-M2KTask {
    # The user's task and who the user is to the scheduler.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [hashtable] $Scheduler,
        [Parameter(Mandatory)] [string] $Folder,
        # With {0} for the SID.
        [Parameter(Mandatory)] [string] $Name
    )

    $desk = Open-M2KScheduler -Source $Scheduler
    $task = Find-M2KTask -Service $desk.Service -Folder $Folder -Name ($Name -f $desk.Sid)
    $fact = $null
    if ($null -ne $task) {
        $fact = ConvertTo-M2KTaskFact -Task $task
    }
    return @{ sid = $desk.Sid; machine = $desk.Machine; task = $fact }
}

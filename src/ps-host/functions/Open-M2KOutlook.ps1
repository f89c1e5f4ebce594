function Open-M2KOutlook {
    # Gets Outlook's root object from the function that the request names, keeps it for the operations to come, and reports the desk.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [Alias('Outlook')] [hashtable] $Source,
        [Parameter(Mandatory)] [bool] $Start,
        [bool] $StartedBefore = $false
    )

    if ($null -eq $Source.module) {
        $started = -not (Test-M2KOutlookProcess)
        $outlook = Get-M2KOutlook -Start:$Start
    } else {
        $command = Import-M2KCommand -Source $Source
        $arguments = $Source.arguments
        $outlook = & $command @arguments
        $started = $false
    }
    $script:GuardPassed = $false
    $script:Desk = @{ Outlook = $outlook; Started = $started -or $StartedBefore }
    return Get-M2KDesk -Outlook $outlook -Separator ([string] $Source['listSeparator']) -Started $script:Desk.Started
}

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
        $module = Import-Module -Name $Source.module -PassThru
        $command = $module.ExportedCommands[$Source.function]
        if ($null -eq $command) {
            throw (New-M2KFailure -Code 'BadRequest' -Message "'$($Source.function)' is not exported by $($Source.module).")
        }
        $arguments = $Source.arguments
        $outlook = & $command @arguments
        $started = $false
    }
    $script:GuardPassed = $false
    $script:Desk = @{ Outlook = $outlook; Started = $started -or $StartedBefore }
    return Get-M2KDesk -Outlook $outlook -Separator ([string] $Source['listSeparator']) -Started $script:Desk.Started
}

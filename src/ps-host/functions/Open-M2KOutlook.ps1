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
    $script:Desk = @{ Outlook = $outlook; Started = $started -or $StartedBefore; Major = 0 }
    $facts = Get-M2KDesk -Outlook $outlook -Separator ([string] $Source['listSeparator']) -Started $script:Desk.Started
    # 12 is 2007, 14 is 2010, 15 is 2013, 16 is all later ones (reference: object model 1.1).
    $script:Desk.Major = [int] $facts.outlookVersion.Split('.')[0]
    return $facts
}

function Register-M2KTask {
    # Registers the task, in place of one of that name. Where the user may make no folder (hardened images, reference 5.2) it lies in the root.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [hashtable] $Scheduler,
        [Parameter(Mandatory)] [string] $Folder,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [string] $Xml
    )

    $desk = Open-M2KScheduler -Source $Scheduler
    $place = $null
    try {
        $place = $desk.Service.GetFolder($Folder)
    } catch {
        try {
            $place = $desk.Service.GetFolder('\').CreateFolder($Folder, $null)
        } catch {
            $place = $desk.Service.GetFolder('\')
        }
    }
    try {
        # TASK_CREATE_OR_UPDATE, TASK_LOGON_INTERACTIVE_TOKEN: no password is kept.
        return ConvertTo-M2KTaskFact -Task $place.RegisterTask($Name -f $desk.Sid, $Xml, 6, $null, $null, 3, $null)
    } catch {
        throw (New-M2KTaskFailure -ErrorRecord $_)
    }
}

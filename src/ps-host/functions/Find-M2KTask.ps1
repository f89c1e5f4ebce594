function Find-M2KTask {
    # The registered task of that name: in our folder, else in the scheduler's root, where it lies if the user may make no folder. $null for none.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [object] $Service, [Parameter(Mandatory)] [string] $Folder, [Parameter(Mandatory)] [string] $Name)

    foreach ($place in @($Folder, '\')) {
        try {
            return , $Service.GetFolder($place).GetTask($Name)
        } catch {
            $cause = $_.Exception.GetBaseException()
            # ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND
            if (@(0x80070002, 0x80070003) -notcontains $cause.HResult) {
                throw (New-M2KTaskFailure -ErrorRecord $_)
            }
        }
    }
    return $null
}

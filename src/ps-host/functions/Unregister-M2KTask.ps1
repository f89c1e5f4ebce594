function Unregister-M2KTask {
    # Takes the user's task away, or with -All every task of our folder that this user may delete, and the folder once it is empty. A run that is under way ends by itself.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [hashtable] $Scheduler,
        [Parameter(Mandatory)] [string] $Folder,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [bool] $All
    )

    $desk = Open-M2KScheduler -Source $Scheduler
    $service = $desk.Service
    $removed = 0
    $own = Find-M2KTask -Service $service -Folder $Folder -Name ($Name -f $desk.Sid)
    try {
        if ($null -ne $own) {
            # Deleted where it lies.
            $path = [string] $own.Path
            $service.GetFolder('\').DeleteTask($path, 0)
            $removed++
        }
        $place = $null
        try {
            $place = $service.GetFolder($Folder)
        } catch {
            return @{ removed = $removed }
        }
        $left = $place.GetTasks(1)
        for ($i = $left.Count; $i -ge 1 -and $All; $i--) {
            try {
                $place.DeleteTask([string] $left.Item($i).Name, 0)
                $removed++
            } catch {
                Write-Verbose -Message $_.Exception.Message
            }
        }
        if ($place.GetTasks(1).Count -eq 0) {
            try {
                $service.GetFolder('\').DeleteFolder($Folder, 0)
            } catch {
                Write-Verbose -Message $_.Exception.Message
            }
        }
        return @{ removed = $removed }
    } catch {
        throw (New-M2KTaskFailure -ErrorRecord $_)
    }
}

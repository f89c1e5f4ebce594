function Get-M2KScheduler {
    # The Task Scheduler by its documented scripting object, connected to this computer, and who this user is to it. Not schtasks.exe, whose text is
    # in the language of Windows (reference 5.2). An account of the computer itself is known by the computer's name as well: cloned computers share SIDs.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param()

    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    $machine = ''
    if ($identity.Name.Split([char[]] '\')[0] -eq [Environment]::MachineName) {
        $machine = [Environment]::MachineName
    }
    try {
        $service = New-Object -ComObject 'Schedule.Service'
        $service.Connect()
    } catch {
        throw (New-M2KTaskFailure -ErrorRecord $_)
    }
    return @{ Service = $service; Sid = $identity.User.Value; Machine = $machine }
}

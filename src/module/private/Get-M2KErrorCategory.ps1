function Get-M2KErrorCategory {
    # PowerShell's category of an error id: the longest row that the id begins with.
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorCategory])]
    param([Parameter(Mandatory)] [string] $Id)

    $rows = @{
        'M2K.Unauthorized' = 'AuthenticationError'
        'M2K.Unavailable' = 'ConnectionError'
        'M2K.Unavailable.stalled' = 'OperationTimeout'
        'M2K.Unavailable.timed-out' = 'OperationTimeout'
        'M2K.Unavailable.collection-gone' = 'ObjectNotFound'
        'M2K.Unavailable.outlook-' = 'ResourceUnavailable'
        'M2K.Unavailable.host-' = 'ResourceUnavailable'
        'M2K.Unavailable.host-not-found' = 'ConnectionError'
        'M2K.Unavailable.folder-gone' = 'ObjectNotFound'
        'M2K.Unavailable.outcome-unknown' = 'ResourceUnavailable'
        'M2K.Busy' = 'ResourceBusy'
        'M2K.LockHeld' = 'ResourceBusy'
        'M2K.Settings' = 'InvalidArgument'
        'M2K.Settings.no-such-collection' = 'ObjectNotFound'
        'M2K.Settings.not-granted' = 'ObjectNotFound'
        'M2K.Settings.not-connected' = 'ConnectionError'
        'M2K.Settings.not-json' = 'InvalidData'
        'M2K.Settings.value' = 'InvalidData'
        'M2K.Settings.launcher-missing' = 'NotInstalled'
        'M2K.Settings.option-unknown' = 'ObjectNotFound'
        'M2K.Settings.option-policy-only' = 'PermissionDenied'
        'M2K.Usage' = 'InvalidArgument'
        'M2K.PolicyBlocked' = 'PermissionDenied'
        'M2K.Refused' = 'InvalidData'
        'M2K.Refused.no-right' = 'PermissionDenied'
        'M2K.Refused.http-403' = 'PermissionDenied'
        'M2K.Unreadable' = 'InvalidData'
        'M2K.StateBroken' = 'InvalidData'
        'M2K.Stale' = 'ResourceExists'
        'M2K.AlreadyThere' = 'ResourceExists'
        'M2K.Held' = 'OperationStopped'
        'M2K.Cancelled' = 'OperationStopped'
        'M2K.EngineMissing' = 'NotInstalled'
        'M2K.EngineOther' = 'NotInstalled'
    }
    $best = $rows.Keys | Where-Object { $Id.StartsWith($_, [StringComparison]::Ordinal) } | Sort-Object -Property Length -Descending | Select-Object -First 1
    if ($null -eq $best) { return [System.Management.Automation.ErrorCategory]::NotSpecified }
    return [System.Management.Automation.ErrorCategory]$rows[$best]
}

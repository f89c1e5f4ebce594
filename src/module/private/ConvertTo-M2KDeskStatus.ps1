function ConvertTo-M2KDeskStatus {
    # The heartbeat of a user's profile as M2KSync.DeskStatus; a profile that never ran has no dates.
    [CmdletBinding()]
    [OutputType('M2KSync.DeskStatus')]
    param([Parameter(Mandatory, ValueFromPipeline)] [object] $Desk)

    process {
        $beat = $Desk.beat
        [pscustomobject]@{
            PSTypeName = 'M2KSync.DeskStatus'
            User = $Desk.user
            ProfileName = $Desk.profile
            Version = Get-M2KValue -From $beat -Name 'version'
            LastRun = ConvertTo-M2KDate -Text ([string](Get-M2KValue -From $beat -Name 'at'))
            ExitCode = Get-M2KValue -From $beat -Name 'exitCode'
            LastSuccess = ConvertTo-M2KDate -Text ([string](Get-M2KValue -From $beat -Name 'lastSuccess'))
            LastError = Get-M2KValue -From $beat -Name 'lastError'
            LastTick = ConvertTo-M2KDate -Text ([string](Get-M2KValue -From $beat -Name 'tick'))
            Idle = Get-M2KValue -From $beat -Name 'idle'
            Holds = @(Get-M2KValue -From $beat -Name 'holds' | Where-Object { $null -ne $_ }).Count
        }
    }
}

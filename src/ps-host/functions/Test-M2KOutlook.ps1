function Test-M2KOutlook {
    # Fails where Outlook is gone or busy: tells a dead Outlook from one whose values are empty (reference: object model 7.2).
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [object] $Outlook)

    $namespace = $null
    try {
        $namespace = $Outlook.GetNamespace('MAPI')
        # Not by Get-M2KMember, which asks here when a member is unknown.
        return @{ profile = [string] (Read-M2KProperty -Object $namespace -Name 'CurrentProfileName') }
    } catch {
        $failure = Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'OutlookDead' -Member 'CurrentProfileName'
        if (@('Busy', 'OutlookDead') -contains $failure.TargetObject.code) {
            throw $failure
        }
        throw (New-M2KFailure -Code 'OutlookDead' -Message $failure.TargetObject.message)
    } finally {
        Clear-M2KComObject $namespace
    }
}

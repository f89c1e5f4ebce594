function Set-M2KMember {
    # Sets a property of an Outlook object; only those of the list. A failing setter throws in every way of setting (reference: object model 7.2).
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Object,
        [Parameter(Mandatory)] [string] $Name,
        [AllowNull()] [object] $Value
    )

    if (-not $script:Members.Write.Contains($Name)) {
        throw (New-M2KFailure -Code 'BadRequest' -Message "'$Name' is not a member the host writes.")
    }
    try {
        $Object.$Name = $Value
        return
    } catch {
        # PowerShell's own word for an unknown member has no other exception inside.
        $unknown = @('ExceptionWhenSetting', 'PropertyAssignmentException') -contains $_.FullyQualifiedErrorId -and
        $_.Exception.GetBaseException() -is [System.Management.Automation.RuntimeException]
        if (-not $unknown) {
            throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused' -Member $Name)
        }
    }
    # As when reading: what the list has, Outlook has.
    [void] (Test-M2KOutlook -Outlook $Outlook)
    throw (New-M2KFailure -Code 'Refused' -Message "'$Name' is unknown to this object." -Detail @{ member = $Name })
}

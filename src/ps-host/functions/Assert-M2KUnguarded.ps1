function Assert-M2KUnguarded {
    # The first guarded call of a host that took over 5 s was answered by a person, in a dialog that every run would show again (desk-rules.md 9).
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [timespan] $Elapsed,
        [Parameter(Mandatory)] [string] $Member
    )

    if ($script:GuardPassed) {
        return
    }
    if ($Elapsed.TotalSeconds -gt 5) {
        throw (New-M2KFailure -Code 'Guarded' -Message 'Outlook asked the user whether to allow this.' -Detail @{ member = $Member })
    }
    $script:GuardPassed = $true
}

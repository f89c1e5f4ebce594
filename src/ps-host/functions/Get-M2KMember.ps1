function Get-M2KMember {
    # A property of an Outlook object; only those of the list.
    # A member on our list that is unknown means a busy or dead Outlook: ping, and once more (desk-rules.md 9); never absent, never empty.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Object,
        [Parameter(Mandatory)] [string] $Name
    )

    if (-not $script:Members.Read.Contains($Name)) {
        throw (New-M2KFailure -Code 'BadRequest' -Message "'$Name' is not a member the host reads.")
    }
    $watch = $null
    if (-not $script:GuardPassed -and $script:Members.Guarded.Contains($Name)) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
    }
    foreach ($attempt in 1, 2) {
        try {
            $value = Read-M2KProperty -Object $Object -Name $Name
            if ($null -ne $watch) {
                Assert-M2KUnguarded -Elapsed $watch.Elapsed -Member $Name
            }
            return , $value
        } catch {
            $failure = Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Unreadable' -Member $Name
            if ($script:UnknownMember -notcontains $failure.TargetObject['hresult']) {
                throw $failure
            }
        }
        if ($attempt -eq 1) {
            [void] (Test-M2KOutlook -Outlook $Outlook)
        }
    }
    throw (New-M2KFailure -Code 'Unreadable' -Message "'$Name' is unknown to this object." -Detail @{ member = $Name })
}

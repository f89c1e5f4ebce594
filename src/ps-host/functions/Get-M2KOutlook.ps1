function Get-M2KOutlook {
    # Outlook's root object by COM, under desk-rules.md 8: attached if Outlook runs in this session, started only where that was asked for.
    [CmdletBinding()]
    param([switch] $Start)

    $identity = New-Object -TypeName Security.Principal.WindowsPrincipal -ArgumentList ([Security.Principal.WindowsIdentity]::GetCurrent())
    if ($identity.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
        throw (New-M2KFailure -Code 'PolicyBlocked' -Detail @{ reason = 'elevated' } -Message (
                'This session is elevated; Outlook, which is not, cannot be reached from it. Use a PowerShell that was not started as administrator.'))
    }
    if (-not (Test-M2KOutlookProcess)) {
        Assert-M2KOutlookMayStart -Start:$Start
    }
    try {
        return , (New-Object -ComObject 'Outlook.Application')
    } catch {
        $failure = Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'OutlookMissing'
        if ($failure.TargetObject.code -ne 'OutlookMissing') {
            throw $failure
        }
        $packages = 'Registry::HKEY_CURRENT_USER\Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository\Packages'
        $new = @(Get-ChildItem -Path "$packages\Microsoft.OutlookForWindows_*" -ErrorAction Ignore).Count -gt 0
        $detail = @{ hresult = $failure.TargetObject['hresult']; reason = 'no-outlook' }
        $message = 'Classic Outlook is not installed, or its installation is damaged (repair Office).'
        if ($new) {
            $detail.reason = 'new-outlook'
            $message = 'Only the new Outlook is installed, which programs cannot drive. Install classic Outlook ("Outlook (classic)").'
        }
        throw (New-M2KFailure -Code 'OutlookMissing' -Message $message -Detail $detail)
    }
}

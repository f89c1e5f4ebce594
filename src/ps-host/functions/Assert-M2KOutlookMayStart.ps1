function Assert-M2KOutlookMayStart {
    # Outlook does not run: may it be started? Not where it would ask which profile to use, for the call would wait for the answer.
    [CmdletBinding()]
    param([switch] $Start)

    if (-not $Start) {
        throw (New-M2KFailure -Code 'OutlookClosed' -Message 'Outlook is not running.')
    }
    $options = Get-ItemProperty -Path 'Registry::HKEY_CURRENT_USER\Software\Microsoft\Exchange\Client\Options' -ErrorAction Ignore
    if ($null -ne $options -and $null -ne $options.PSObject.Properties['PickLogonProfile'] -and [string] $options.PickLogonProfile -eq '1') {
        throw (New-M2KFailure -Code 'OutlookClosed' -Message 'Outlook asks for a profile when it starts: start it yourself.' -Detail @{ reason = 'profile-prompt' })
    }
}

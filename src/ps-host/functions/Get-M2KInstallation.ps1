function Get-M2KInstallation {
    # InstallationFacts of protocol.ts: what Windows and Office keep in the registry, and what this session is. Starts nothing, writes nothing, judges nothing.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param()

    $office = 'SOFTWARE\Microsoft\Office'
    $found = @{ Version = ''; Bits = ''; View = 'Registry64' }
    # 12.0 is 2007; it has no Bitness, for it is 32-bit always.
    foreach ($version in @('12.0', '14.0', '15.0', '16.0')) {
        foreach ($view in @('Registry32', 'Registry64')) {
            $path = Get-M2KRegistryValue -Hive LocalMachine -Path "$office\$version\Outlook\InstallRoot" -Name 'Path' -View $view
            if ($null -ne $path) {
                $bits = Get-M2KRegistryValue -Hive LocalMachine -Path "$office\$version\Outlook" -Name 'Bitness' -View $view
                if ($null -eq $bits) {
                    $bits = @{ Registry32 = 'x86'; Registry64 = 'x64' }[$view]
                }
                $found = @{ Version = $version; Bits = [string] $bits; View = $view }
            }
        }
    }
    if ($found.Version -eq '') {
        # What COM would start: 'Outlook.Application.16'.
        $current = [string] (Get-M2KRegistryValue -Hive LocalMachine -Path 'SOFTWARE\Classes\Outlook.Application\CurVer' -Name '')
        if ($current.StartsWith('Outlook.Application.')) {
            $found.Version = $current.Substring('Outlook.Application.'.Length) + '.0'
        }
    }
    $packages = 'Registry::HKEY_CURRENT_USER\Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository\Packages'
    $rules = "SOFTWARE\Policies\Microsoft\Office\$($found.Version)\Outlook\Security"
    $notices = 'Microsoft\Windows\CurrentVersion\PushNotifications'
    $bits = 32
    if ([Environment]::Is64BitOperatingSystem) {
        $bits = 64
    }
    # Every desktop has an Explorer, but for kiosks.
    $desktops = New-Object -TypeName 'System.Collections.Generic.HashSet[int]'
    foreach ($explorer in [Diagnostics.Process]::GetProcessesByName('explorer')) {
        [void] $desktops.Add($explorer.SessionId)
    }
    return [ordered]@{
        build           = [int] (Get-M2KRegistryValue -Hive LocalMachine -Path 'SOFTWARE\Microsoft\Windows NT\CurrentVersion' -Name 'CurrentBuildNumber')
        bits            = $bits
        psVersion       = $PSVersionTable.PSVersion.ToString()
        psEdition       = [string] $PSVersionTable.PSEdition
        session         = [Diagnostics.Process]::GetCurrentProcess().SessionId
        sessions        = $desktops.Count
        culture         = [cultureinfo]::CurrentUICulture.Name
        languageMode    = $script:SessionLanguageMode
        policies        = @([string] (Get-ExecutionPolicy -Scope MachinePolicy), [string] (Get-ExecutionPolicy -Scope UserPolicy))
        outlookVersion  = $found.Version
        outlookBits     = $found.Bits
        newOutlook      = @(Get-ChildItem -Path "$packages\Microsoft.OutlookForWindows_*" -ErrorAction Ignore).Count -gt 0
        guard           = Get-M2KRegistryValue -Hive LocalMachine -Path "$office\$($found.Version)\Outlook\Security" -Name 'ObjectModelGuard' -View $found.View
        guardMode       = Get-M2KRegistryValue -Hive CurrentUser -Path $rules -Name 'AdminSecurityMode'
        guardPrompt     = Get-M2KRegistryValue -Hive CurrentUser -Path $rules -Name 'promptoomaddressinformationaccess'
        toasts          = Get-M2KRegistryValue -Hive CurrentUser -Path "Software\$notices" -Name 'ToastEnabled'
        toastsForbidden = Get-M2KRegistryValue -Hive CurrentUser -Path "Software\Policies\$notices" -Name 'NoToastApplicationNotification'
    }
}

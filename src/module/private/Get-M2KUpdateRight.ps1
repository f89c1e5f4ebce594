function Get-M2KUpdateRight {
    # Who may install and update: 'administrator' where a policy of the computer, else of the user, says so; else 'user'. Asked of the registry itself,
    # for there may be no engine yet; the option Updates of the engine is the same value.
    [CmdletBinding()]
    [OutputType([string])]
    param()

    foreach ($hive in @('LocalMachine', 'CurrentUser')) {
        $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]$hive, [Microsoft.Win32.RegistryView]::Registry64)
        $key = $root.OpenSubKey('Software\Policies\M2KSync')
        try {
            if ($null -ne $key -and $null -ne $key.GetValue('Updates')) { return ([string]$key.GetValue('Updates')).ToLowerInvariant() }
        } finally {
            if ($null -ne $key) { $key.Dispose() }
            $root.Dispose()
        }
    }
    return 'user'
}

function Get-M2KPolicy {
    # What administrators have set: the values under Software\Policies\M2KSync of the machine and of the user, and the machine's defaults under
    # Software\M2KSync. Names and values as they are; what they mean is the engine's. Policies are one for both views of the registry and read
    # once; keys of our own are in the 64-bit view (desk-rules.md 16). Where there is no registry there are no values.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param()

    $values = New-Object -TypeName System.Collections.ArrayList
    if ([IO.Path]::DirectorySeparatorChar -ne '\') {
        return @{ values = $values }
    }
    foreach ($place in @(
            @{ from = 'machinePolicy'; hive = 'LocalMachine'; path = 'Software\Policies\M2KSync' }
            @{ from = 'userPolicy'; hive = 'CurrentUser'; path = 'Software\Policies\M2KSync' }
            @{ from = 'machineDefault'; hive = 'LocalMachine'; path = 'Software\M2KSync' }
        )) {
        $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive] $place.hive, [Microsoft.Win32.RegistryView]::Registry64)
        $key = $null
        try {
            $key = $root.OpenSubKey($place.path)
            if ($null -ne $key) {
                foreach ($name in $key.GetValueNames()) {
                    $value = $key.GetValue($name)
                    # REG_SZ, REG_EXPAND_SZ and REG_DWORD; the templates write no others.
                    if ($value -is [string] -or $value -is [int]) {
                        [void] $values.Add([ordered]@{ from = $place.from; name = $name; value = $value })
                    }
                }
            }
        } finally {
            if ($null -ne $key) {
                $key.Dispose()
            }
            $root.Dispose()
        }
    }
    return @{ values = $values }
}

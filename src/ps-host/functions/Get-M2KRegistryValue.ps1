function Get-M2KRegistryValue {
    # A value of the registry as it is; $null where there is no such key, or no such value in it.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [ValidateSet('LocalMachine', 'CurrentUser')] [string] $Hive,
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Name,
        [ValidateSet('Registry64', 'Registry32')] [string] $View = 'Registry64'
    )

    $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive] $Hive, [Microsoft.Win32.RegistryView] $View)
    $key = $null
    try {
        $key = $root.OpenSubKey($Path)
        if ($null -eq $key) {
            return $null
        }
        return $key.GetValue($Name)
    } finally {
        if ($null -ne $key) {
            $key.Dispose()
        }
        $root.Dispose()
    }
}

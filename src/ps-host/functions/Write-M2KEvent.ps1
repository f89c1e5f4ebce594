function Write-M2KEvent {
    # An entry of the Application log under our source. Only an installer may make the source, and asking for it by SourceExists needs an administrator:
    # where its key is missing nothing is written (reference 8.2).
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [int] $Id, [Parameter(Mandatory)] [string] $Kind, [Parameter(Mandatory)] [string] $Text)

    $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]::LocalMachine, [Microsoft.Win32.RegistryView]::Registry64)
    $key = $null
    try {
        $key = $root.OpenSubKey('SYSTEM\CurrentControlSet\Services\EventLog\Application\M2KSync')
        if ($null -eq $key) {
            return @{ written = $false }
        }
        [System.Diagnostics.EventLog]::WriteEntry('M2KSync', $Text, [System.Diagnostics.EventLogEntryType] $Kind, $Id)
        return @{ written = $true }
    } finally {
        if ($null -ne $key) {
            $key.Dispose()
        }
        $root.Dispose()
    }
}

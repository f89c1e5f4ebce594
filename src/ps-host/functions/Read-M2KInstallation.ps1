function Read-M2KInstallation {
    # InstallationFacts of protocol.ts by the function that the engine names: our own, or another module's.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [hashtable] $Facts)

    if ($null -eq $Facts.module) {
        return Get-M2KInstallation
    }
    $command = Import-M2KCommand -Source $Facts
    $arguments = $Facts.arguments
    return & $command @arguments
}

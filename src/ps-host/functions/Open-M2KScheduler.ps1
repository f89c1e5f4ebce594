function Open-M2KScheduler {
    # The scheduler that the engine names: our own function's, or another module's.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [hashtable] $Source)

    if ($null -eq $Source.module) {
        return Get-M2KScheduler
    }
    $command = Import-M2KCommand -Source $Source
    $arguments = $Source.arguments
    return & $command @arguments
}

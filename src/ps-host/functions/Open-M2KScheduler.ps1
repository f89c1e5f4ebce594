function Open-M2KScheduler {
    # The scheduler that the engine names: our own function's, or another module's.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [hashtable] $Source)

    if ($null -eq $Source.module) {
        return Get-M2KScheduler
    }
    $module = Import-Module -Name $Source.module -PassThru
    $command = $module.ExportedCommands[$Source.function]
    if ($null -eq $command) {
        throw (New-M2KFailure -Code 'BadRequest' -Message "'$($Source.function)' is not exported by $($Source.module).")
    }
    $arguments = $Source.arguments
    return & $command @arguments
}

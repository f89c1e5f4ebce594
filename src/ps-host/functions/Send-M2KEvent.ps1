function Send-M2KEvent {
    # An event to the log that the engine names: our own function's, or another module's.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [hashtable] $Log,
        [Parameter(Mandatory)] [int] $Id,
        [Parameter(Mandatory)] [ValidateSet('Information', 'Warning', 'Error')] [string] $Kind,
        [Parameter(Mandatory)] [string] $Text
    )

    if ($null -eq $Log.module) {
        return Write-M2KEvent -Id $Id -Kind $Kind -Text $Text
    }
    $module = Import-Module -Name $Log.module -PassThru
    $command = $module.ExportedCommands[$Log.function]
    if ($null -eq $command) {
        throw (New-M2KFailure -Code 'BadRequest' -Message "'$($Log.function)' is not exported by $($Log.module).")
    }
    $arguments = $Log.arguments
    return & $command @arguments -Id $Id -Kind $Kind -Text $Text
}

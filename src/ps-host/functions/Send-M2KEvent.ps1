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
    $command = Import-M2KCommand -Source $Log
    $arguments = $Log.arguments
    return & $command @arguments -Id $Id -Kind $Kind -Text $Text
}

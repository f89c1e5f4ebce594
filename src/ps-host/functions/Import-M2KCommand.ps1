function Import-M2KCommand {
    # The command that stands for one of the host's own, by module and name (CommandSource of protocol.ts).
    [CmdletBinding()]
    [OutputType([System.Management.Automation.CommandInfo])]
    param([Parameter(Mandatory)] [hashtable] $Source)

    $module = Import-Module -Name $Source.module -PassThru
    $command = $module.ExportedCommands[$Source.function]
    if ($null -eq $command) {
        throw (New-M2KFailure -Code 'BadRequest' -Message "'$($Source.function)' is not exported by $($Source.module).")
    }
    return $command
}

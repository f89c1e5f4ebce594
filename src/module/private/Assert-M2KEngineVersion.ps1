function Assert-M2KEngineVersion {
    # Module and engine come in one package and only speak to each other's own version (desk-rules.md 13).
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Version, [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet)

    $own = [string]$ExecutionContext.SessionState.Module.Version
    if ($Version -eq $own) { return }
    $problem = @{ id = 'M2K.EngineOther'; message = $script:Strings.EngineOther -f $Version, $own; remedy = $script:Strings.EngineOtherRemedy; target = $Version }
    $Cmdlet.ThrowTerminatingError((New-M2KErrorRecord -Problem $problem))
}

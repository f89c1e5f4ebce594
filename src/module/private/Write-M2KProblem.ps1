function Write-M2KProblem {
    # A problem of a run that went on: what a guard held is a warning, everything else an error that does not end the command.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet, [Parameter(Mandatory)] [object] $Problem)

    if ($Problem.id.StartsWith('M2K.Held', [StringComparison]::Ordinal)) {
        $Cmdlet.WriteWarning(('{0}: {1} {2}' -f $Problem.target, $Problem.message, $Problem.remedy))
    } else {
        $Cmdlet.WriteError((New-M2KErrorRecord -Problem $Problem))
    }
}

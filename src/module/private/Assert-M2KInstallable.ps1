function Assert-M2KInstallable {
    # Whatever would keep M2KSync from running here, named before anything is copied (desk-rules.md 14, 16).
    [CmdletBinding()]
    param([Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet, [Parameter(Mandatory)] [string] $Source)

    # Windows 10 1809 is build 17763.
    $facts = @{ Windows = [IO.Path]::DirectorySeparatorChar -eq '\' -and [Environment]::Is64BitOperatingSystem -and [Environment]::OSVersion.Version.Build -ge 17763 }
    if ($facts.Windows) {
        $facts.Updates = Get-M2KUpdateRight
        $facts.ForAll = Get-M2KSharedEngine
        $facts.Package = [IO.File]::Exists([IO.Path]::Combine($Source, 'engine', 'm2ksync.mjs'))
        $facts.LanguageMode = [string]$ExecutionContext.SessionState.LanguageMode
        $facts.Policies = @('MachinePolicy', 'UserPolicy' | ForEach-Object { [string](Get-ExecutionPolicy -Scope $_) })
        $facts.Signed = [IO.File]::ReadAllText([IO.Path]::Combine($Source, 'M2KSync.psm1')).Contains('# SIG # Begin signature block')
    }
    $problem = Get-M2KInstallProblem -Facts $facts -Source $Source
    if ($null -ne $problem) {
        $Cmdlet.ThrowTerminatingError((New-M2KErrorRecord -Problem $problem))
    }
}

function Assert-M2KInstallable {
    # Whatever would keep M2KSync from running here, named before anything is copied (desk-rules.md 14, 16).
    [CmdletBinding()]
    param([Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet, [Parameter(Mandatory)] [string] $Source)

    $problem = $null
    # Windows 10 1809 is build 17763.
    if ([IO.Path]::DirectorySeparatorChar -ne '\' -or -not [Environment]::Is64BitOperatingSystem -or [Environment]::OSVersion.Version.Build -lt 17763) {
        $problem = @{ id = 'M2K.Install.windows'; message = $script:Strings.NeedsWindows; remedy = $script:Strings.NeedsWindowsRemedy }
    } elseif ((Get-M2KUpdateRight) -eq 'administrator') {
        $problem = @{ id = 'M2K.PolicyBlocked.only-administrator'; message = $script:Strings.OnlyAdministrator; remedy = $script:Strings.OnlyAdministratorRemedy }
    } elseif ([IO.File]::Exists([IO.Path]::Combine([Environment]::GetFolderPath('ProgramFiles'), 'M2KSync', 'm2ksync.mjs'))) {
        $problem = @{ id = 'M2K.Install.for-all'; message = $script:Strings.ForAll -f [IO.Path]::Combine([Environment]::GetFolderPath('ProgramFiles'), 'M2KSync'); remedy = $script:Strings.ForAllRemedy }
    } elseif (-not [IO.File]::Exists([IO.Path]::Combine($Source, 'engine', 'm2ksync.mjs'))) {
        $problem = @{ id = 'M2K.Install.package'; message = $script:Strings.NoPackage -f $Source; remedy = $script:Strings.NoPackageRemedy }
    } elseif ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
        $problem = @{ id = 'M2K.PolicyBlocked.constrained-language'; message = $script:Strings.Constrained; remedy = $script:Strings.ConstrainedRemedy }
    } else {
        foreach ($scope in @('MachinePolicy', 'UserPolicy')) {
            if ([string](Get-ExecutionPolicy -Scope $scope) -eq 'AllSigned') {
                $problem = @{ id = 'M2K.PolicyBlocked.module-refused'; message = $script:Strings.AllSigned; remedy = $script:Strings.AllSignedRemedy }
            }
        }
    }
    if ($null -ne $problem) {
        $problem.target = $Source
        $Cmdlet.ThrowTerminatingError((New-M2KErrorRecord -Problem $problem))
    }
}

function Get-M2KInstallProblem {
    # What keeps M2KSync from being installed for this user, the first that is to be mended; nothing where all is well. Pure (desk-rules.md 14, 16).
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        # Windows (64-bit, build 17763 or later), Updates ('user', 'administrator'), ForAll (where the MSI has put it, else ''), Package (the engine is in it),
        # LanguageMode, Policies (execution policies of machine and user), Signed (the module bears a signature; that Windows trusts it shows in that it runs).
        [Parameter(Mandatory)] [hashtable] $Facts,
        [Parameter(Mandatory)] [string] $Source
    )

    $problem = $null
    if (-not $Facts.Windows) {
        $problem = @{ id = 'M2K.Install.windows'; message = $script:Strings.NeedsWindows; remedy = $script:Strings.NeedsWindowsRemedy }
    } elseif ($Facts.Updates -eq 'administrator') {
        $problem = @{ id = 'M2K.PolicyBlocked.only-administrator'; message = $script:Strings.OnlyAdministrator; remedy = $script:Strings.OnlyAdministratorRemedy }
    } elseif ($Facts.ForAll -ne '') {
        $problem = @{ id = 'M2K.Install.for-all'; message = $script:Strings.ForAll -f $Facts.ForAll; remedy = $script:Strings.ForAllRemedy }
    } elseif (-not $Facts.Package) {
        $problem = @{ id = 'M2K.Install.package'; message = $script:Strings.NoPackage -f $Source; remedy = $script:Strings.NoPackageRemedy }
    } elseif ($Facts.LanguageMode -ne 'FullLanguage') {
        $problem = @{ id = 'M2K.PolicyBlocked.constrained-language'; message = $script:Strings.Constrained; remedy = $script:Strings.ConstrainedRemedy }
    } elseif ($Facts.Policies -contains 'AllSigned' -and -not $Facts.Signed) {
        $problem = @{ id = 'M2K.PolicyBlocked.module-refused'; message = $script:Strings.AllSigned; remedy = $script:Strings.AllSignedRemedy }
    } else {
        return
    }
    $problem.target = $Source
    return $problem
}

function Install-M2KSync {
    <#
    .SYNOPSIS
    Installs the module folder this module was imported from, for this Windows user.
    .DESCRIPTION
    Needs no administrator. The engine goes to %LOCALAPPDATA%\Programs\M2KSync, the scripts to the module folders of Windows PowerShell and PowerShell, and an
    entry is made that registers the scheduled task at each logon. Installing over an older version is an upgrade: a run that is under way ends as usual.
    What a policy of this computer forbids is told before anything is copied.
    .EXAMPLE
    Install-M2KSync

    Installs or upgrades.
    .INPUTS
    None
    .OUTPUTS
    None
    .LINK
    Uninstall-M2KSync
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([void])]
    param()

    $version = [string]$ExecutionContext.SessionState.Module.Version
    $place = Get-M2KPlace -Version $version
    Assert-M2KInstallable -Cmdlet $PSCmdlet -Source $script:ModuleRoot
    if (-not $PSCmdlet.ShouldProcess($place.Engine, ($script:Strings.InstallAction -f $version))) { return }
    Remove-M2KFolder -Path $place.Engine
    Copy-M2KFolder -From ([IO.Path]::Combine($script:ModuleRoot, 'engine')) -To $place.Engine
    foreach ($modules in $place.Modules) {
        $own = [IO.Path]::Combine($modules, $version)
        Remove-M2KFolder -Path $own
        foreach ($file in @('M2KSync.psd1', 'M2KSync.psm1')) {
            [void][IO.Directory]::CreateDirectory($own)
            [IO.File]::Copy([IO.Path]::Combine($script:ModuleRoot, $file), [IO.Path]::Combine($own, $file), $true)
        }
        foreach ($folder in @('en-US', 'zh-TW', 'src')) {
            Copy-M2KFolder -From ([IO.Path]::Combine($script:ModuleRoot, $folder)) -To ([IO.Path]::Combine($own, $folder))
        }
    }
    Set-M2KRunEntry -Text ('"' + [IO.Path]::Combine($place.Engine, 'm2ksync-run.exe') + '" logon')
}

@{
    GUID = 'EEFCB906-B326-4E99-9F54-8B4BB6EF3C6D'
    ModuleVersion = '7.0.0.0'
    Author = 'M2KSync lab'
    Description = 'Stand-in for Microsoft.PowerShell.Management where the real module is not to be had'
    CompatiblePSEditions = @('Core')
    PowerShellVersion = '3.0'
    NestedModules = @('..\..\m2k-pwsh.dll')
    FunctionsToExport = @()
    VariablesToExport = @()
    CmdletsToExport = @(
        'Add-Content'
        'Clear-Content'
        'Convert-Path'
        'Copy-Item'
        'Get-ChildItem'
        'Get-Content'
        'Get-Item'
        'Get-ItemProperty'
        'Get-ItemPropertyValue'
        'Get-Location'
        'Get-PSDrive'
        'Get-Process'
        'Join-Path'
        'Move-Item'
        'New-Item'
        'New-ItemProperty'
        'Pop-Location'
        'Push-Location'
        'Remove-Item'
        'Remove-ItemProperty'
        'Rename-Item'
        'Resolve-Path'
        'Set-Content'
        'Set-Item'
        'Set-ItemProperty'
        'Set-Location'
        'Split-Path'
        'Stop-Process'
        'Test-Path'
        'Wait-Process'
    )
    AliasesToExport = @()
}

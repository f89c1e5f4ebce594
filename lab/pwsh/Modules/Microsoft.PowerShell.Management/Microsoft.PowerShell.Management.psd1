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
        'Get-Content'
        'Join-Path'
        'Set-Content'
        'Split-Path'
        'Test-Path'
    )
    AliasesToExport = @()
}

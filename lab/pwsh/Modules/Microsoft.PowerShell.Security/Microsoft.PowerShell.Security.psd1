@{
    GUID = 'A94C8C7E-9810-47C0-B8AF-65089C13A35A'
    ModuleVersion = '7.0.0.0'
    Author = 'M2KSync lab'
    Description = 'Stand-in for Microsoft.PowerShell.Security where the real module is not to be had'
    CompatiblePSEditions = @('Core')
    PowerShellVersion = '3.0'
    NestedModules = @('..\..\m2k-pwsh.dll')
    FunctionsToExport = @()
    VariablesToExport = @()
    CmdletsToExport = @(
        'ConvertFrom-SecureString'
        'ConvertTo-SecureString'
        'Get-Credential'
        'Get-ExecutionPolicy'
        'Set-ExecutionPolicy'
    )
    AliasesToExport = @()
}

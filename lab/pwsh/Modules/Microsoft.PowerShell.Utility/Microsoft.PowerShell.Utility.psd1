@{
    GUID = '1DA87E53-152B-403E-98DC-74D7B4D63D59'
    ModuleVersion = '7.0.0.0'
    Author = 'M2KSync lab'
    Description = 'Stand-in for Microsoft.PowerShell.Utility where the real module is not to be had'
    CompatiblePSEditions = @('Core')
    PowerShellVersion = '3.0'
    NestedModules = @('..\..\m2k-pwsh.dll')
    FunctionsToExport = @()
    VariablesToExport = @()
    CmdletsToExport = @(
        'Add-Type'
        'ConvertFrom-Json'
        'ConvertFrom-StringData'
        'ConvertTo-Json'
        'Export-Clixml'
        'Get-Date'
        'Import-Clixml'
        'Import-LocalizedData'
        'Import-PowerShellDataFile'
        'New-Guid'
        'New-Object'
        'Out-String'
        'Select-Object'
        'Sort-Object'
        'Start-Sleep'
        'Write-Debug'
        'Write-Error'
        'Write-Host'
        'Write-Information'
        'Write-Output'
        'Write-Progress'
        'Write-Verbose'
        'Write-Warning'
    )
    AliasesToExport = @()
}

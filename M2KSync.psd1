@{
    RootModule = 'M2KSync.psm1'
    ModuleVersion = '0.1.0'
    GUID = '5b0f3f5e-6f0e-4c1d-9d5a-2c7b8a1e4d36'
    Author = 'M2KSync'
    CompanyName = 'M2KSync'
    Copyright = '(c) M2KSync'
    Description = 'Keeps Mail2000 (CalDAV/CardDAV) and classic Outlook for Windows in step: calendars and contacts, both ways.'
    PowerShellVersion = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FunctionsToExport = @(
        'Add-M2KSyncCollection'
        'Connect-M2KSync'
        'Disconnect-M2KSync'
        'Export-M2KSyncDiagnostic'
        'Get-M2KSyncCollection'
        'Get-M2KSyncFailure'
        'Get-M2KSyncHistory'
        'Get-M2KSyncLog'
        'Get-M2KSyncOption'
        'Get-M2KSyncStatus'
        'Get-M2KSyncTask'
        'Install-M2KSync'
        'Register-M2KSyncTask'
        'Remove-M2KSyncCollection'
        'Restore-M2KSyncItem'
        'Resume-M2KSync'
        'Set-M2KSyncCollection'
        'Set-M2KSyncCredential'
        'Set-M2KSyncOption'
        'Set-M2KSyncSchedule'
        'Show-M2KSyncTray'
        'Start-M2KSync'
        'Suspend-M2KSync'
        'Test-M2KServer'
        'Test-M2KSyncInstallation'
        'Uninstall-M2KSync'
        'Unregister-M2KSyncTask'
    )
    CmdletsToExport = @()
    VariablesToExport = @()
    AliasesToExport = @()
    FormatsToProcess = @('src/module/M2KSync.Format.ps1xml')
    PrivateData = @{
        PSData = @{
            Tags = @('Outlook', 'Mail2000', 'CalDAV', 'CardDAV', 'Sync', 'Windows', 'PSEdition_Desktop', 'PSEdition_Core')
        }
    }
}

# The module in front of the engine: parameters in, objects out. Holds no rule of iCalendar, of syncing or of a field.
param(
    # Another engine than the product's own, named by whoever imports: @{ Node = path; Engine = path; EngineArguments = @(...) }.
    # Nothing of it is ever taken from the environment.
    [hashtable] $Parts = @{}
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$script:ModuleRoot = $PSScriptRoot
$script:Parts = $Parts
$script:Strings = @{}
Import-LocalizedData -BindingVariable 'Strings' -BaseDirectory $PSScriptRoot -FileName 'M2KSync.Strings.psd1' -UICulture 'en-US'
$script:EnglishStrings = $Strings
# Chinese of any spelling is answered in Traditional Chinese, as by the engine (words/language.ts); zh-TW is no parent of zh-HK.
$culture = $PSUICulture
if ($culture -like 'zh*') { $culture = 'zh-TW' }
Import-LocalizedData -BindingVariable 'Strings' -BaseDirectory $PSScriptRoot -FileName 'M2KSync.Strings.psd1' -UICulture $culture -ErrorAction SilentlyContinue
$script:Strings = $Strings

foreach ($folder in @('private', 'public')) {
    foreach ($file in [IO.Directory]::GetFiles([IO.Path]::Combine($PSScriptRoot, 'src', 'module', $folder), '*.ps1')) {
        . $file
    }
}

Export-ModuleMember -Function @(
    'Add-M2KSyncCollection', 'Connect-M2KSync', 'Disconnect-M2KSync', 'Export-M2KSyncDiagnostic', 'Get-M2KSyncCollection', 'Get-M2KSyncFailure',
    'Get-M2KSyncHistory', 'Get-M2KSyncLog', 'Get-M2KSyncOption', 'Get-M2KSyncStatus', 'Get-M2KSyncTask', 'Install-M2KSync', 'Register-M2KSyncTask',
    'Remove-M2KSyncCollection', 'Restore-M2KSyncItem', 'Resume-M2KSync', 'Set-M2KSyncCollection', 'Set-M2KSyncCredential', 'Set-M2KSyncOption',
    'Set-M2KSyncSchedule', 'Show-M2KSyncTray', 'Start-M2KSync', 'Suspend-M2KSync', 'Test-M2KServer', 'Test-M2KSyncInstallation', 'Uninstall-M2KSync', 'Unregister-M2KSyncTask'
)

# The COM edge: does one operation of protocol.ts after another for the engine, by Outlook's object model. Knows neither iCalendar nor
# synchronising nor what a field means. Imported, never dot-sourced: the session may be in ConstrainedLanguage, where only a module that
# policy trusts may call methods (desk-rules.md 3).
param(
    # Where requests lie as files.
    [string] $IpcFolder = '',
    # The process to end with; 0 for none.
    [int] $ParentId = 0
)

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    throw 'M2KSync: policy does not trust this module, so that it cannot call Outlook. Allow its folder or its signature in AppLocker or WDAC.'
}

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$script:Functions = @(
    'Import-M2KData', 'Import-M2KCommand', 'New-M2KFailure', 'Resolve-M2KFailure', 'ConvertFrom-M2KWire', 'ConvertTo-M2KWire', 'Read-M2KPayload',
    'Invoke-M2KOperation', 'Invoke-M2KRequest', 'Write-M2KReply', 'Write-M2KMark', 'Get-M2KLanguageMode', 'Watch-M2KParent',
    'Clear-M2KComObject', 'Read-M2KProperty', 'Get-M2KMember', 'Set-M2KMember', 'Assert-M2KUnguarded',
    'Test-M2KOutlookProcess', 'Get-M2KOutlook', 'Assert-M2KOutlookMayStart', 'Open-M2KOutlook', 'Get-M2KDesk', 'Get-M2KActiveSync', 'Test-M2KOutlook', 'Close-M2KOutlook',
    'Test-M2KStoreOpen', 'Open-M2KFolder', 'Get-M2KFolder', 'Rename-M2KFolder', 'ConvertTo-M2KFolderFact', 'Initialize-M2KFolder', 'Open-M2KTrash',
    'Find-M2KTrialStore', 'Initialize-M2KTrialFolder', 'Remove-M2KTrialStore',
    'Open-M2KTable', 'Read-M2KTableBlock', 'Read-M2KTable', 'Find-M2KMark', 'Find-M2KMarkElsewhere', 'Find-M2KItem', 'Get-M2KPersonalEvent',
    'Open-M2KItem', 'Open-M2KItemToChange', 'Undo-M2KItem', 'Get-M2KVersion', 'Get-M2KUnsavedItem', 'Get-M2KZoneId',
    'Get-M2KSmtpAddress', 'Get-M2KRecipient', 'Get-M2KOrganizer', 'Get-M2KPeople', 'Set-M2KRecipient', 'Set-M2KProperty', 'Get-M2KProperty', 'Save-M2KPicture', 'Get-M2KListMember',
    'Get-M2KHash', 'Get-M2KAttachment', 'Add-M2KAttachment', 'Remove-M2KAttachment', 'Save-M2KRichText',
    'Get-M2KExceptionRecord', 'Get-M2KItemRecord', 'Read-M2KItem', 'Set-M2KUserProperty', 'Set-M2KPicture', 'Set-M2KSeal', 'Set-M2KListMember', 'Invoke-M2KStep',
    'Open-M2KOccurrence', 'Invoke-M2KOccurrence', 'Save-M2KItem', 'Write-M2KItem', 'Remove-M2KItem', 'Restore-M2KItem', 'Move-M2KItem', 'Add-M2KNotice',
    'Open-M2KStamp', 'Read-M2KStamp', 'Write-M2KStamp', 'Remove-M2KUserProperty', 'Clear-M2KFolderMark', 'Clear-M2KMark', 'Get-M2KSecret', 'Save-M2KSecret', 'Read-M2KSignIn', 'Get-M2KPolicy', 'Get-M2KProxy',
    'New-M2KTaskFailure', 'Get-M2KScheduler', 'Open-M2KScheduler', 'Find-M2KTask', 'ConvertTo-M2KTaskFact', 'Get-M2KTask', 'Register-M2KTask', 'Unregister-M2KTask', 'Write-M2KEvent', 'Send-M2KEvent',
    'Get-M2KRegistryValue', 'Get-M2KInstallation', 'Read-M2KInstallation', 'Get-M2KProgram', 'Find-M2KProgram'
)
foreach ($name in $script:Functions) {
    . "$PSScriptRoot/functions/$name.ps1"
}

# Operation -> function. The host does nothing that is not in this list; its parameters are the request's.
$script:Operations = @{
    open         = 'Open-M2KOutlook'
    ping         = 'Test-M2KOutlook'
    getSecret    = 'Get-M2KSecret'
    getPolicy    = 'Get-M2KPolicy'
    getProxy     = 'Get-M2KProxy'
    getTask      = 'Get-M2KTask'
    writeTask    = 'Register-M2KTask'
    removeTasks  = 'Unregister-M2KTask'
    writeEvent   = 'Send-M2KEvent'
    getInstallation = 'Read-M2KInstallation'
    findPrograms = 'Find-M2KProgram'
    ensureFolder = 'Initialize-M2KFolder'
    getFolder    = 'Get-M2KFolder'
    renameFolder = 'Rename-M2KFolder'
    listFolder   = 'Read-M2KTable'
    personalEvents = 'Get-M2KPersonalEvent'
    readItems    = 'Read-M2KItem'
    writeItem    = 'Write-M2KItem'
    deleteItem   = 'Remove-M2KItem'
    reviveItem   = 'Restore-M2KItem'
    locateItem   = 'Find-M2KItem'
    moveItem     = 'Move-M2KItem'
    readStamp    = 'Read-M2KStamp'
    writeStamp   = 'Write-M2KStamp'
    clearMarks   = 'Clear-M2KMark'
    postNotice   = 'Add-M2KNotice'
    trialFolder  = 'Initialize-M2KTrialFolder'
    removeTrial  = 'Remove-M2KTrialStore'
    quit         = 'Close-M2KOutlook'
}
$script:WithoutOutlook = @('open', 'getSecret', 'getPolicy', 'getProxy', 'getTask', 'writeTask', 'removeTasks', 'writeEvent', 'getInstallation', 'findPrograms', 'quit')

$script:IpcFolder = $IpcFolder
$script:SessionLanguageMode = ''
# The reply that is being handed over in pages, and the tables that are being read in pages.
$script:Reply = @{ Id = ''; Pages = @(); Next = 0 }
$script:Tables = @{ Last = 0; Open = @{} }
# Outlook's root object, whether we started it, its major version, and whether a guarded member was once read without being asked about.
$script:Desk = @{ Outlook = $null; Started = $false; Major = 0 }
$script:GuardPassed = $false

$codes = Import-M2KData -Path "$PSScriptRoot/outlook-errors.psd1"
$lists = Import-M2KData -Path "$PSScriptRoot/outlook-members.psd1"
$script:HostErrors = $codes.HostErrors
$script:UnknownMember = $codes.Unknown
$script:HResults = @{}
foreach ($hresult in $codes.HResults.Keys) {
    $script:HResults[[Convert]::ToInt32($hresult, 16) -band 0x0FFFFFFF] = $codes.HResults[$hresult]
}
$script:Members = @{}
foreach ($use in $lists.Keys) {
    $script:Members[$use] = New-Object -TypeName 'System.Collections.Generic.HashSet[string]' -ArgumentList (, [string[]]$lists[$use])
}

if ($ParentId -ne 0) {
    Watch-M2KParent -Id $ParentId
}

Export-ModuleMember -Function 'Invoke-M2KRequest', 'Write-M2KMark', 'Get-M2KLanguageMode', 'Get-M2KOutlook', 'Save-M2KSecret', 'Read-M2KSignIn'

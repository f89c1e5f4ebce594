# Makes module and lab live in this PowerShell: $Outlook (the lab's Outlook), $Credential, the cmdlets of M2KSync, Set-LabEvent for the server.
# Everything of the lab is named here; the product finds nothing of it by itself.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$root = $env:M2K_LAB_ROOT
$mailbox = Join-Path $env:M2K_LAB_FOLDER 'mailbox.json'
$outlookModule = Join-Path $root 'lab/outlook/LabOutlook.psd1'

Import-Module $outlookModule
if (-not (Test-Path -LiteralPath $mailbox)) { New-LabMailbox -Path $mailbox -Owner $env:M2K_LAB_ADDRESS | Out-Null }
$Outlook = Get-LabOutlook -Path $mailbox

Import-Module (Join-Path $root 'lab/tour/LabServer.psm1') -ArgumentList @{ Origin = $env:M2K_LAB_ORIGIN; Address = $env:M2K_LAB_ADDRESS; Password = $env:M2K_LAB_PASSWORD }
Import-Module (Join-Path $root 'M2KSync.psd1') -ArgumentList @{
    Node = $env:M2K_LAB_NODE
    Engine = if ($env:M2K_LAB_ENGINE) { $env:M2K_LAB_ENGINE } else { Join-Path $root 'dist/lab/engine/m2ksync-lab.js' }
    EngineArguments = @(
        '--profile-root', (Join-Path $env:M2K_LAB_FOLDER 'profile'), '--outlook-module', $outlookModule, '--outlook-function', 'Get-LabOutlook', '--outlook-path', $mailbox, '--clock', (Join-Path $env:M2K_LAB_FOLDER 'clock')
    )
}

$secret = New-Object -TypeName System.Security.SecureString
foreach ($letter in $env:M2K_LAB_PASSWORD.ToCharArray()) { $secret.AppendChar($letter) }
$Credential = New-Object -TypeName System.Management.Automation.PSCredential -ArgumentList $env:M2K_LAB_ADDRESS, $secret
$MailHost = $env:M2K_LAB_ORIGIN

if ([Environment]::GetCommandLineArgs() -contains '-NoExit') {
    @(
        'The lab is live: a Mail2000 server on this computer, an Outlook mailbox in a file, the M2KSync cmdlets.'
        '  Connect-M2KSync -Address $Credential.UserName -MailHost $MailHost -Credential $Credential'
        '  Start-M2KSync -WhatIf;  Start-M2KSync;  Get-M2KSyncStatus;  Get-Command -Module M2KSync'
        '  $Outlook.GetNamespace(''MAPI'').GetDefaultFolder(9).Folders.Item(1).Items      what Outlook holds'
        '  Get-LabEvent;  Set-LabEvent -Subject ... -Location ...                          what the server holds'
        'Type exit to leave; everything is taken away again.'
    )
}

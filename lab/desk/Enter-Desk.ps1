# Makes module and lab live in the desk's Windows PowerShell: what lab/tour/Enter-Lab.ps1 does, with Outlook by COM and the profile under %LOCALAPPDATA%.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$root = $env:M2K_LAB_ROOT
$Outlook = New-Object -ComObject 'Outlook.Application'

Import-Module ([IO.Path]::Combine($root, 'lab', 'tour', 'LabServer.psm1')) -ArgumentList @{ Origin = $env:M2K_LAB_ORIGIN; Address = $env:M2K_LAB_ADDRESS; Password = $env:M2K_LAB_PASSWORD }
Import-Module ([IO.Path]::Combine($root, 'M2KSync.psd1')) -ArgumentList @{ Node = $env:M2K_LAB_NODE; Engine = $env:M2K_LAB_ENGINE }

$secret = New-Object -TypeName System.Security.SecureString
foreach ($letter in $env:M2K_LAB_PASSWORD.ToCharArray()) { $secret.AppendChar($letter) }
$Credential = New-Object -TypeName System.Management.Automation.PSCredential -ArgumentList $env:M2K_LAB_ADDRESS, $secret
$MailHost = $env:M2K_LAB_ORIGIN

if ([Environment]::GetCommandLineArgs() -contains '-NoExit') {
    @(
        'The desk is live: Windows (Wine), its PowerShell, Outlook by COM, a Mail2000 server on this computer, the M2KSync cmdlets.'
        '  Connect-M2KSync -Address $Credential.UserName -MailHost $MailHost -Credential $Credential'
        '  Start-M2KSync -WhatIf;  Start-M2KSync;  Get-M2KSyncStatus;  Get-Command -Module M2KSync'
        '  $Outlook.GetNamespace(''MAPI'').GetDefaultFolder(9).Folders.Item(1).Items      what Outlook holds'
        'Type exit to leave; everything is taken away again.'
    )
}

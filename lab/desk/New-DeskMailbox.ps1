# Makes a mailbox in this process, and names it as the one that Outlook.Application opens (lab/desk/outlook/Server/DefaultProfile.cs).
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)] [string] $Path,
    [string] $Owner = 'user@mail.example'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', 'outlook', 'LabOutlook.psd1'))
New-LabMailbox -Path $Path -Owner $Owner
[Microsoft.Win32.Registry]::SetValue('HKEY_CURRENT_USER\Software\M2KSync.Lab', 'Mailbox', $Path)

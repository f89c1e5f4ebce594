# Makes a mailbox of the lab in this process.
[CmdletBinding()]
param([Parameter(Mandatory = $true)] [string] $Path)

$ErrorActionPreference = 'Stop'
Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', '..', 'lab', 'outlook', 'LabOutlook.psd1'))
New-LabMailbox -Path $Path -Owner 'user@mail.example'

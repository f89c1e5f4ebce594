# The lab's Outlook in this process: opens a mailbox file and returns the Application object of M2K.Lab.Outlook.dll.
# Knows nothing of M2KSync. Windows PowerShell 5.1 syntax, though the library itself needs .NET 10.
Set-StrictMode -Version Latest

function Import-LabOutlookLibrary {
    [CmdletBinding()]
    param()

    foreach ($folder in @('bin/Release', 'bin/Debug', '.')) {
        $path = [IO.Path]::Combine($PSScriptRoot, $folder, 'M2K.Lab.Outlook.dll')
        if ([IO.File]::Exists($path)) {
            [void][Reflection.Assembly]::LoadFrom([IO.Path]::GetFullPath($path))
            return
        }
    }

    throw 'lab/outlook is not built: run "node scripts/setup.mjs" first.'
}

function ConvertTo-LabSettingsText {
    [CmdletBinding()]
    param([object] $Settings)

    if ($null -eq $Settings) {
        return ''
    }

    if ($Settings -is [string]) {
        return $Settings
    }

    $members = foreach ($name in $Settings.Keys) {
        $value = $Settings[$name]
        $text = if ($value -is [bool]) { "$value".ToLowerInvariant() } elseif ($value -is [int]) { "$value" } else { '"' + ([string]$value).Replace('\', '\\').Replace('"', '\"') + '"' }
        '"' + $name + '":' + $text
    }

    return '{' + ($members -join ',') + '}'
}

function New-LabMailbox {
    <#
    .SYNOPSIS
    Makes a mailbox file with one default store (Calendar, Contacts, Inbox, Deleted Items ...), empty.
    .PARAMETER Path
    The file to make; an existing one is an error.
    .PARAMETER Owner
    The address of the mailbox, also the store's display name.
    .PARAMETER StoreKind
    Exchange (an item gets a new EntryID when it moves) or Pst (it keeps it).
    .PARAMETER Settings
    Hashtable or JSON of settings kept in the file: see Lab/Settings.cs. Seed = n draws every open question.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Path,
        [Parameter(Mandatory = $true)] [string] $Owner,
        [ValidateSet('Exchange', 'Pst')] [string] $StoreKind = 'Exchange',
        [object] $Settings
    )

    Import-LabOutlookLibrary
    [M2K.Lab.Outlook.NewMailbox]::Create($Path, $Owner, ($StoreKind -eq 'Exchange'), (ConvertTo-LabSettingsText -Settings $Settings))
}

function Get-LabOutlook {
    <#
    .SYNOPSIS
    Opens a mailbox file and returns Outlook's Application object.
    .PARAMETER Path
    A file made by New-LabMailbox. Any number of processes may have it open.
    .PARAMETER Settings
    Hashtable or JSON of settings for this process only, laid over those of the file.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Path,
        [object] $Settings
    )

    Import-LabOutlookLibrary
    return [M2K.Lab.Outlook.Application]::Open($Path, (ConvertTo-LabSettingsText -Settings $Settings))
}

Export-ModuleMember -Function @('New-LabMailbox', 'Get-LabOutlook')

# The lab's Outlook behind COM, under the names of lab/outlook's own module: what is written for the one in this process runs against the one out of
# process. A mailbox a case: by the door M2KSync.LabOutlook of the server; the product itself knows Outlook.Application only.
Set-StrictMode -Version Latest

$script:LabModule = Import-Module -Name ([IO.Path]::Combine($PSScriptRoot, '..', 'outlook', 'LabOutlook.psd1')) -PassThru -Force

function ConvertTo-SettingsText {
    [CmdletBinding()]
    param([object] $Settings)

    return [string] (& $script:LabModule { ConvertTo-LabSettingsText -Settings $args[0] } $Settings)
}

function Get-LabServer {
    <#
    .SYNOPSIS
    Returns the server's own door: see lab/desk/outlook/Server/LabServer.cs.
    #>
    [CmdletBinding()]
    param()

    return New-Object -ComObject 'M2KSync.LabOutlook'
}

function New-LabMailbox {
    <#
    .SYNOPSIS
    Makes a mailbox file, in the server's process.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Path,
        [Parameter(Mandatory = $true)] [string] $Owner,
        [ValidateSet('Exchange', 'Pst')] [string] $StoreKind = 'Exchange',
        [object] $Settings
    )

    (Get-LabServer).NewMailbox($Path, $Owner, $StoreKind -eq 'Exchange', (ConvertTo-SettingsText -Settings $Settings))
}

function Get-LabOutlook {
    <#
    .SYNOPSIS
    Opens a mailbox file in the server's process and returns its Application object.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Path,
        [object] $Settings
    )

    return (Get-LabServer).Open($Path, (ConvertTo-SettingsText -Settings $Settings))
}

Export-ModuleMember -Function @('Get-LabServer', 'New-LabMailbox', 'Get-LabOutlook')

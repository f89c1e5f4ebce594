# Host.psm1 with two operations more, for tests: 'echo' gives its value back, 'lab' runs PowerShell text with Outlook's root object as $Outlook.
# They are in no list of the product.
param([string] $IpcFolder = '', [int] $ParentId = 0)

$product = Import-Module -Name "$PSScriptRoot/../../src/ps-host/Host.psm1" -ArgumentList $IpcFolder, $ParentId -PassThru
. $product {
    function Get-M2KEcho {
        [CmdletBinding()]
        param([AllowNull()] [object] $Value)
        return @{ value = $Value }
    }

    function Invoke-M2KLab {
        [CmdletBinding()]
        param([object] $Outlook, [string] $Text, [AllowNull()] [object] $Value)
        return @{ value = & ([scriptblock]::Create($Text)) $Outlook $Value }
    }

    $script:Operations.echo = 'Get-M2KEcho'
    $script:Operations.lab = 'Invoke-M2KLab'
    $script:WithoutOutlook += 'echo'
}
Export-ModuleMember -Function 'Invoke-M2KRequest', 'Write-M2KMark', 'Get-M2KLanguageMode'

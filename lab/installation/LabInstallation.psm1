# The lab's computer, as an installation would find it: a good one, over which a test lays what it wants by a JSON file.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Get-LabInstallation {
    <#
    .SYNOPSIS
    What the lab's computer is.
    .PARAMETER Path
    A JSON file of the values that are to be others; need not be there.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([Parameter(Mandatory)] [string] $Path)

    $facts = [ordered]@{
        build = 22631; bits = 64; psVersion = '5.1.22621.4391'; psEdition = 'Desktop'; session = 1; sessions = 1; culture = 'en-US'; languageMode = 'FullLanguage'; policies = @('Undefined', 'Undefined')
        outlookVersion = '16.0'; outlookBits = 'x64'; newOutlook = $false; guard = 2; guardMode = $null; guardPrompt = $null; toasts = $null; toastsForbidden = $null
    }
    if ([IO.File]::Exists($Path)) {
        foreach ($property in (ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($Path))).PSObject.Properties) {
            $facts[$property.Name] = $property.Value
        }
    }
    return $facts
}

function Get-LabProgram {
    <#
    .SYNOPSIS
    The programs of the lab's computer.
    .PARAMETER Path
    A JSON file of them, each with at, name and text; need not be there.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path)

    if ([IO.File]::Exists($Path)) {
        foreach ($one in @(ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($Path)))) {
            # 5.1 gives an array as one object.
            foreach ($program in @($one)) { @{ at = $program.at; name = $program.name; text = $program.text } }
        }
    }
}

Export-ModuleMember -Function 'Get-LabInstallation', 'Get-LabProgram'

# The lab's event log: a file of JSON lines. Knows nothing of M2KSync.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Write-LabEvent {
    <#
    .SYNOPSIS
    Adds an event to a file.
    .PARAMETER Path
    The file; made if it is not there.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [int] $Id, [Parameter(Mandatory)] [string] $Kind, [Parameter(Mandatory)] [string] $Text)

    $line = ConvertTo-Json -InputObject ([ordered]@{ id = $Id; kind = $Kind; text = $Text }) -Compress
    [IO.File]::AppendAllText($Path, $line + "`n", (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false))
    return @{ written = $true }
}

Export-ModuleMember -Function 'Write-LabEvent'

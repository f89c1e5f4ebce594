# Runs the behaviour table in cases/*.ps1 against an Outlook, late bound, and writes one line a case. The same cases are for the lab's Outlook
# in this process and, later, for the one behind COM: they use nothing but members of the object model and Application.Lab.
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)] [string] $Module,
    [Parameter(Mandatory = $true)] [string] $Cases,
    [Parameter(Mandatory = $true)] [string] $Output,
    [string] $Settings = '{}'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module $Module

$M2KProperty = 'http://schemas.microsoft.com/mapi/string/{00020329-0000-0000-C000-000000000046}/M2KSync'
$Modified = 'http://schemas.microsoft.com/mapi/proptag/0x30080040'

# A result as text: a list joined by ' | ', dates sortable, booleans and $null by name.
function Format-Result {
    [CmdletBinding()]
    param([object] $Value)

    if ($null -eq $Value) { return '<null>' }
    if ($Value -is [datetime]) { return $Value.ToString('yyyy-MM-dd HH:mm:ss', [Globalization.CultureInfo]::InvariantCulture) }
    if ($Value -is [byte[]]) { return [BitConverter]::ToString($Value).Replace('-', '') }
    if ($Value -is [array]) {
        $parts = foreach ($part in $Value) { Format-Result -Value $part }
        return ($parts -join ' | ')
    }

    return [string]$Value
}

function Get-BaseError {
    [CmdletBinding()]
    param([Exception] $Exception)

    while ($null -ne $Exception.InnerException) { $Exception = $Exception.InnerException }
    return $Exception
}

# The HRESULT that a script block fails with, as 0x text; 'no error' if it does not.
function Get-Failure {
    [CmdletBinding()]
    param([scriptblock] $Script)

    try { [void](& $Script) } catch { return '0x{0:X8}' -f (Get-BaseError -Exception $_.Exception).HResult }
    return 'no error'
}

# As Get-Failure; a method that COM does not know has no HRESULT in PowerShell, but an error id.
function Get-UnknownName {
    [CmdletBinding()]
    param([scriptblock] $Script)

    try { [void](& $Script) } catch {
        if ($_.FullyQualifiedErrorId -eq 'MethodNotFound') { return '0x80020006' }
        return '0x{0:X8}' -f (Get-BaseError -Exception $_.Exception).HResult
    }
    return 'no error'
}

# A property read that throws where a plain read gives $null.
function Read-Member {
    [CmdletBinding()]
    param([object] $Object, [string] $Name)

    $property = $Object.PSObject.Properties[$Name]
    # By COM a name that the type has not is not listed at all.
    if ($null -eq $property) { throw (New-Object -TypeName System.Runtime.InteropServices.COMException -ArgumentList "'$Name' is unknown to this object.", 0x80020006) }
    return $property.get_Value()
}

function New-Event {
    [CmdletBinding()]
    param([object] $Outlook, [string] $Subject, [datetime] $Start, [int] $Minutes = 60)

    $item = $Outlook.Session.GetDefaultFolder(9).Items.Add(1)
    $item.Subject = $Subject
    $item.Start = $Start
    $item.Duration = $Minutes
    $item.Save()
    return $item
}

# A saved series; -Edit gets the pattern.
function New-Series {
    [CmdletBinding()]
    param([object] $Outlook, [datetime] $Start, [scriptblock] $Edit, [int] $Minutes = 60)

    $item = $Outlook.Session.GetDefaultFolder(9).Items.Add(1)
    $item.Subject = 'series'
    $item.Start = $Start
    $item.Duration = $Minutes
    $pattern = $item.GetRecurrencePattern()
    [void](& $Edit $pattern)
    $item.Save()
    return $Outlook.Session.GetItemFromID($item.EntryID)
}

# The start days of the default calendar with its series expanded, in order, at most nine.
function Get-StartDay {
    [CmdletBinding()]
    param([object] $Outlook)

    $items = $Outlook.Session.GetDefaultFolder(9).Items
    $items.Sort('[Start]')
    $items.IncludeRecurrences = $true
    $item = $items.GetFirst()
    for ($n = 0; $n -lt 9 -and $null -ne $item; $n++) {
        $item.Start.ToString('yyyy-MM-dd')
        $item = $items.GetNext()
    }
}

function Write-Case {
    [CmdletBinding()]
    param([IO.TextWriter] $Writer, [string] $File, [hashtable] $Case)

    $mailbox = [IO.Path]::Combine([IO.Path]::GetTempPath(), 'm2k-outlook-' + [guid]::NewGuid().ToString('N'))
    try {
        New-LabMailbox -Path $mailbox -Owner 'user@mail.example' -Settings $Settings
        $own = if ($Case.ContainsKey('Settings')) { $Case.Settings } else { $null }
        $outlook = Get-LabOutlook -Path $mailbox -Settings $own
        try {
            $result = Format-Result -Value (& $Case.Script $outlook)
        }
        catch {
            $base = Get-BaseError -Exception $_.Exception
            $result = 'failed 0x{0:X8} {1} at {2}' -f $base.HResult, $base.Message, $_.InvocationInfo.ScriptLineNumber
            if ($Case.ContainsKey('Throws')) { $result = '0x{0:X8}' -f $base.HResult }
        }

        $wanted = if ($Case.ContainsKey('Throws')) { $Case.Throws } else { [string]$Case.Expect }
        $fields = foreach ($text in @($File, $Case.Rule, $Case.Name, $wanted, $result)) { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($text)) }
        $Writer.WriteLine($fields -join ' ')
    }
    finally {
        foreach ($path in @($mailbox, ($mailbox + '.lock'))) { [IO.File]::Delete($path) }
    }
}

$writer = New-Object -TypeName IO.StreamWriter -ArgumentList $Output
try {
    foreach ($file in ([IO.Directory]::GetFiles($Cases, '*.ps1') | Sort-Object)) {
        foreach ($case in (& $file)) {
            Write-Case -Writer $writer -File ([IO.Path]::GetFileName($file)) -Case $case
        }
    }
}
finally {
    $writer.Dispose()
}

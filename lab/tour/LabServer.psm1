# A colleague's hands on the lab's server, over CalDAV: lists the events of the personal calendar and changes one. Knows nothing of M2KSync.
param([hashtable] $Server)

Set-StrictMode -Version Latest

$script:Calendar = '{0}/cgi-bin/cal/caldav/calendars/{1}/default/' -f $Server.Origin, [Uri]::EscapeDataString($Server.Address)
$script:Authorization = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($Server.Address + ':' + $Server.Password))

function Invoke-LabDav {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)] [string] $Method,
        [Parameter(Mandatory = $true)] [Uri] $Address,
        [string] $Body,
        [string] $ContentType = 'application/xml; charset=utf-8'
    )

    $request = [Net.WebRequest]::Create($Address)
    $request.Method = $Method
    $request.Headers.Add('Authorization', $script:Authorization)
    if ($Method -eq 'REPORT') { $request.Headers.Add('Depth', '1') }
    if ($Body) {
        $request.ContentType = $ContentType
        $bytes = [Text.Encoding]::UTF8.GetBytes($Body)
        $stream = $request.GetRequestStream()
        $stream.Write($bytes, 0, $bytes.Length)
        $stream.Dispose()
    }

    $response = $request.GetResponse()
    $reader = New-Object -TypeName IO.StreamReader -ArgumentList $response.GetResponseStream(), ([Text.Encoding]::UTF8)
    try { return $reader.ReadToEnd() } finally { $reader.Dispose(); $response.Dispose() }
}

function Get-LabEvent {
    <#
    .SYNOPSIS
    The events of the personal calendar on the lab's server: Subject, Address and iCalendar Text.
    #>
    [CmdletBinding()]
    param([string] $Subject)

    $query = '<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><c:calendar-data/></d:prop><c:filter><c:comp-filter name="VCALENDAR"/></c:filter></c:calendar-query>'
    [xml] $answer = Invoke-LabDav -Method 'REPORT' -Address $script:Calendar -Body $query
    foreach ($response in $answer.GetElementsByTagName('response', 'DAV:')) {
        $text = $response.GetElementsByTagName('calendar-data', 'urn:ietf:params:xml:ns:caldav').Item(0).InnerText
        $unfolded = $text -replace '\r?\n[ \t]', ''
        $name = ''
        if ($unfolded -match '(?m)^SUMMARY[^:\r\n]*:(.*?)\r?$') { $name = $Matches[1] }
        if ($Subject -and $name -ne $Subject) { continue }
        $href = $response.GetElementsByTagName('href', 'DAV:').Item(0).InnerText
        [pscustomobject]@{ PSTypeName = 'M2KLab.Event'; Subject = $name; Address = [Uri]::new([Uri]$script:Calendar, $href); Text = $text }
    }
}

function Set-LabEvent {
    <#
    .SYNOPSIS
    Sets the description or the place of an event on the lab's server, as another client would.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory = $true)] [string] $Subject,
        [string] $Description,
        [string] $Location
    )

    foreach ($item in @(Get-LabEvent -Subject $Subject)) {
        $text = $item.Text -replace '\r?\n[ \t]', ''
        foreach ($change in @(@('DESCRIPTION', $Description), @('LOCATION', $Location))) {
            if (-not $change[1]) { continue }
            $text = $text -replace ('(?m)^' + $change[0] + '[^:\r\n]*:.*\r?\n'), ''
            $text = $text -replace 'END:VEVENT', ($change[0] + ':' + $change[1].Replace('$', '$$') + "`r`nEND:VEVENT")
        }

        if ($PSCmdlet.ShouldProcess($Subject)) { [void](Invoke-LabDav -Method 'PUT' -Address $item.Address -Body $text -ContentType 'text/calendar; charset=utf-8') }
    }
}

Export-ModuleMember -Function @('Get-LabEvent', 'Set-LabEvent')

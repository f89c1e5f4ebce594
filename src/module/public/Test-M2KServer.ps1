function Test-M2KServer {
    <#
    .SYNOPSIS
    Asks the server what it can do, row by row of what M2KSync offers.
    .DESCRIPTION
    Reads only, unless -Write is given: then throw-away events are added to the personal calendar, looked at and removed again. What is found is kept and
    used by later syncs.
    .PARAMETER Write
    Also tries writing.
    .PARAMETER Export
    A file to write the measurements to, without host, addresses and names: for a report to others.
    .PARAMETER ProfileName
    The profile whose server is asked.
    .EXAMPLE
    Test-M2KServer

    Gives a verdict a feature.
    .EXAMPLE
    Test-M2KServer -Write -Export server.json

    Tries writing too, and leaves the measurements in a file.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.ServerCheck
    .LINK
    Connect-M2KSync
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('M2KSync.ServerCheck')]
    param(
        [switch] $Write,
        [string] $Export,
        [string] $ProfileName = 'default'
    )

    if ($Write -and -not $PSCmdlet.ShouldProcess($ProfileName, $script:Strings.CheckAction)) { return }
    $request = New-M2KRequest -Command 'check-server' -ProfileName $ProfileName -Bound $PSBoundParameters -Fields @{ Write = 'write' }
    $value = Get-M2KResult -Cmdlet $PSCmdlet -Request $request
    if (-not [string]::IsNullOrEmpty($Export)) {
        $path = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Export)
        Write-M2KReport -File $path -Text $value.report
    }
    foreach ($row in @($value.rows)) {
        [pscustomobject]@{
            PSTypeName = 'M2KSync.ServerCheck'
            Row = $row.row
            Feature = $row.feature
            Verdict = $row.verdict
            Why = $row.why
        }
    }
}

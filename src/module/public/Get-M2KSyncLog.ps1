function Get-M2KSyncLog {
    <#
    .SYNOPSIS
    Reads the log of what syncs did.
    .DESCRIPTION
    Gives the newest entries, oldest first. The log has ids, counts and times; subjects, names and addresses are in it only where the option LogLevel is
    debug. It is kept for 30 days.
    .PARAMETER Since
    Nothing older than this moment.
    .PARAMETER Level
    That level or graver.
    .PARAMETER Last
    How many of the newest.
    .PARAMETER ProfileName
    The profile to look at.
    .EXAMPLE
    Get-M2KSyncLog -Level warning

    Shows what was not as it should be.
    .EXAMPLE
    Get-M2KSyncLog -Since (Get-Date).AddDays(-1) | Group-Object Id

    Counts what happened in a day.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.LogEntry
    .LINK
    Export-M2KSyncDiagnostic
    #>
    [CmdletBinding()]
    [OutputType('M2KSync.LogEntry')]
    param(
        [datetime] $Since,
        [ValidateSet('error', 'warning', 'info', 'debug')] [string] $Level,
        [ValidateRange(1, 100000)] [int] $Last,
        [string] $ProfileName = 'default'
    )

    $request = New-M2KRequest -Command 'log' -ProfileName $ProfileName -Bound $PSBoundParameters -Fields @{ Level = 'level'; Last = 'last' }
    if ($PSBoundParameters.ContainsKey('Since')) {
        $request.since = $Since.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [Globalization.CultureInfo]::InvariantCulture)
    }
    Invoke-M2KEngine -Cmdlet $PSCmdlet -Request $request | Where-Object { $_.t -eq 'log' } | ConvertTo-M2KLogEntry
}

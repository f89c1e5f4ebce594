function Export-M2KSyncDiagnostic {
    <#
    .SYNOPSIS
    Writes a report for whoever helps, without anything personal.
    .DESCRIPTION
    Versions, settings, what was measured of the server, how the last run ended and the newest entries of the log. Hosts, addresses, names, subjects and
    texts are not in it; where it matters that two are the same, the beginning of a hash stands for them. Look at the file before you pass it on.
    .PARAMETER Path
    The file to write.
    .PARAMETER ProfileName
    The profile to report on.
    .EXAMPLE
    Export-M2KSyncDiagnostic -Path report.json

    Writes the report.
    .INPUTS
    None
    .OUTPUTS
    System.IO.FileInfo
    .LINK
    Get-M2KSyncLog
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([System.IO.FileInfo])]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Path,
        [string] $ProfileName = 'default'
    )

    $file = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
    if (-not $PSCmdlet.ShouldProcess($file, $script:Strings.DiagnosticAction)) { return }
    $value = Get-M2KResult -Cmdlet $PSCmdlet -Request (New-M2KRequest -Command 'diagnostic' -ProfileName $ProfileName -Bound $PSBoundParameters)
    Write-M2KReport -File $file -Text $value.report
    return New-Object -TypeName System.IO.FileInfo -ArgumentList $file
}

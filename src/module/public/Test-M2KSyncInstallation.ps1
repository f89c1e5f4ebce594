function Test-M2KSyncInstallation {
    <#
    .SYNOPSIS
    Checks what M2KSync needs of this computer, and says what to do where something is missing.
    .DESCRIPTION
    Windows, classic Outlook and whether it lets programs read, an older tool that would sync beside, the PowerShell that drives it, language, policies for
    scripts, the session, the scheduled task, notifications, long paths, proxy, the server's certificate and the server. Registers a task that rests, unless there is one, and writes a file of a long name; both are gone
    afterwards. With -WhatIf it only looks. With -Outlook it also tries this computer's Outlook: the same cases that the tests of M2KSync ask of their
    stand-in, in a data file of its own (m2ksync-check.pst), which is removed again. Nothing of the user's is touched.
    .PARAMETER Outlook
    Also tries Outlook, which takes some minutes. Each case that does not hold is a row.
    .PARAMETER Path
    A file to write the report to: verdicts, versions and cases, without hosts, addresses and names.
    .PARAMETER ProfileName
    The profile whose server is asked.
    .EXAMPLE
    Test-M2KSyncInstallation

    Gives a verdict a check.
    .EXAMPLE
    Test-M2KSyncInstallation -Outlook -Path report.json

    Tries Outlook too, and leaves a report for whoever helps.
    .EXAMPLE
    Test-M2KSyncInstallation | Where-Object { $_.Verdict -ne 'yes' } | Format-List

    Shows what is to be done.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.InstallationCheck
    .LINK
    Test-M2KServer
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('M2KSync.InstallationCheck')]
    param(
        [switch] $Outlook,
        [string] $Path,
        [string] $ProfileName = 'default'
    )

    $request = New-M2KRequest -Command 'check-installation' -ProfileName $ProfileName -Bound $PSBoundParameters
    $request.write = $PSCmdlet.ShouldProcess($script:Strings.ComputerTarget, $script:Strings.TryAction)
    $request.strings = $script:Strings.Language
    $request.outlook = $Outlook -and $PSCmdlet.ShouldProcess('m2ksync-check.pst', $script:Strings.TryOutlookAction)
    $value = Get-M2KResult -Cmdlet $PSCmdlet -Request $request
    if (-not [string]::IsNullOrEmpty($Path)) {
        $file = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
        if ($PSCmdlet.ShouldProcess($file, $script:Strings.DiagnosticAction)) {
            Write-M2KReport -File $file -Text $value.report
        }
    }
    foreach ($row in @($value.rows)) {
        [pscustomobject]@{
            PSTypeName = 'M2KSync.InstallationCheck'
            Check = $row.check
            Verdict = $row.verdict
            Feature = $row.feature
            Why = $row.why
            Remedy = $row.remedy
        }
    }
    foreach ($case in @($value.cases | Where-Object { -not $_.ok })) {
        [pscustomobject]@{
            PSTypeName = 'M2KSync.InstallationCheck'
            Check = 'case'
            Verdict = 'no'
            Feature = $case.kind + ': ' + $case.name
            Why = $case.why
            Remedy = ''
        }
    }
}

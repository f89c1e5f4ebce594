function Test-M2KOutlookProcess {
    # Whether Outlook runs in this logon session; that of another user of the machine is not ours.
    [CmdletBinding()]
    [OutputType([bool])]
    param()

    $session = [Diagnostics.Process]::GetCurrentProcess().SessionId
    return @([Diagnostics.Process]::GetProcessesByName('OUTLOOK')).Where({ $_.SessionId -eq $session }).Count -gt 0
}

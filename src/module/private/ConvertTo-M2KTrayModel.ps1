function ConvertTo-M2KTrayModel {
    # The icon and its menu for a state. Pure: the same state is the same menu.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [hashtable] $State)

    $well = $State.Failure -eq '' -and $State.Trouble -eq '' -and $State.Holds -eq 0
    $icon = 'coloured'
    $tip = $State.Summary
    if ($State.Running) {
        $icon = 'syncing'
        $tip = $script:Strings.TraySyncing
    } elseif (-not $well) {
        $icon = 'error'
        $tip = $script:Strings.TrayTrouble -f @(@($State.Failure, $State.Trouble, ($script:Strings.TrayHolds -f $State.Holds)) | Where-Object { $_ -ne '' })[0]
    } elseif (-not $State.Connected) {
        $icon = 'grey'
        $tip = $script:Strings.TrayNotConnected
    } elseif ($State.Paused) {
        $icon = 'grey'
        $tip = $script:Strings.TrayPaused
    }
    $usable = $State.Connected -and $State.Failure -eq ''
    $pause = @{ Id = 'pause'; Text = $script:Strings.TrayPause }
    if ($State.Paused) { $pause = @{ Id = 'resume'; Text = $script:Strings.TrayResume } }
    $intervals = @(foreach ($minutes in @(1, 2, 5, 10, 15, 30, 60, 90)) {
            @{ Id = "interval-$minutes"; Text = $script:Strings.TrayMinutes -f $minutes; Enabled = $State.Managed -notcontains 'IntervalMinutes'; Checked = $State.Interval -eq $minutes; Entries = @() }
        })
    $entries = @(
        @{ Id = 'sync'; Text = $script:Strings.TraySync; Enabled = $usable -and -not $State.Running }
        @{ Id = $pause.Id; Text = $pause.Text; Enabled = $usable }
        @{ Id = 'interval'; Text = $script:Strings.TrayInterval; Enabled = $usable; Entries = $intervals }
        @{ Id = 'logon'; Text = $script:Strings.TrayAtLogOn; Enabled = $usable -and $State.Managed -notcontains 'AtLogOn'; Checked = [bool]$State.AtLogOn }
        @{ Id = '-'; Text = '' }
        @{ Id = 'status'; Text = $script:Strings.TrayStatus }
        @{ Id = 'log'; Text = $script:Strings.TrayLog; Enabled = $State.LogFolder -ne '' }
        @{ Id = '-'; Text = '' }
        @{ Id = 'exit'; Text = $script:Strings.TrayExit }
    )
    foreach ($entry in $entries) {
        foreach ($other in @(@{ Enabled = $true }, @{ Checked = $false }, @{ Entries = @() })) {
            foreach ($name in $other.Keys) {
                if (-not $entry.ContainsKey($name)) { $entry[$name] = $other[$name] }
            }
        }
    }
    # A NotifyIcon takes 63 characters and no more.
    $tip = 'M2KSync: ' + $tip
    if ($tip.Length -gt 63) { $tip = $tip.Substring(0, 62) + [char]0x2026 }
    return @{ Icon = $icon; Tip = $tip; Entries = $entries; Ends = $State.Failure -match '^M2K\.Engine(Missing|Other)' -or -not $State.Tray }
}

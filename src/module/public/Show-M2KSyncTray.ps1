function Show-M2KSyncTray {
    <#
    .SYNOPSIS
    Shows the icon of M2KSync in the notification area until it is ended.
    .DESCRIPTION
    Coloured: in step. Grey: paused, or not connected. Red: something waits for you. Blue: a sync is under way. Its menu syncs now, pauses, sets the
    interval and whether syncing begins with the logon, shows status and log. One in a session; the logon starts it, unless the option Tray is off. Syncing
    needs no icon: the scheduled task goes on without it.
    .PARAMETER ProfileName
    The profile that is shown.
    .EXAMPLE
    Show-M2KSyncTray

    Shows the icon; the prompt comes back when it is ended.
    .INPUTS
    None
    .OUTPUTS
    None
    .LINK
    Get-M2KSyncStatus
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([string] $ProfileName = 'default')

    if ([IO.Path]::DirectorySeparatorChar -ne '\') {
        $PSCmdlet.ThrowTerminatingError((New-M2KErrorRecord -Problem @{ id = 'M2K.Install.windows'; message = $script:Strings.NeedsWindows; remedy = $script:Strings.NeedsWindowsRemedy }))
    }
    $mutex = New-Object -TypeName System.Threading.Mutex -ArgumentList $false, 'Local\M2KSyncTray'
    # Held by this thread until it ends; one that was left by a dead one is ours.
    $first = try { $mutex.WaitOne(0) } catch [System.Threading.AbandonedMutexException] { $true }
    if (-not $first) {
        $mutex.Dispose()
        return
    }
    $tray = @{ Icons = @{}; Notify = $null; Timer = $null; State = @{}; Process = $null; Seen = ''; Told = '' }
    $refresh = {
        param([bool] $WithOptions)
        $tray.State = Get-M2KTrayState -ProfileName $ProfileName -Before $tray.State -WithOptions:$WithOptions
        if ($null -ne $tray.Process -and -not $tray.Process.HasExited) { $tray.State.Running = $true }
        $model = ConvertTo-M2KTrayModel -State $tray.State
        if ($model.Ends) {
            [System.Windows.Forms.Application]::ExitThread()
            return
        }
        $tray.Notify.Icon = $tray.Icons[$model.Icon]
        $tray.Notify.Text = $model.Tip
        $tray.Notify.ContextMenuStrip.Items.Clear()
        Add-M2KTrayEntry -To $tray.Notify.ContextMenuStrip.Items -Entries $model.Entries -OnClick $click
        # Once for the same trouble.
        if ($model.Icon -eq 'error' -and $tray.Told -ne $model.Tip) {
            $tray.Notify.ShowBalloonTip(10000, 'M2KSync', $model.Tip, [System.Windows.Forms.ToolTipIcon]::Warning)
        }
        if ($model.Icon -ne 'syncing') { $tray.Told = @{ $true = $model.Tip; $false = '' }[$model.Icon -eq 'error'] }
    }
    $click = {
        $id = $this.Name
        try {
            if ($id -eq 'exit') {
                [System.Windows.Forms.Application]::ExitThread()
                return
            }
            if ($id -eq 'status') {
                [void][System.Windows.Forms.MessageBox]::Show(($tray.State.Summary, $tray.State.Trouble -join "`n").Trim(), 'M2KSync')
                return
            }
            $began = Invoke-M2KTrayAction -Id $id -State $tray.State -ProfileName $ProfileName
            if ($null -ne $began) { $tray.Process = $began }
        } catch {
            [void][System.Windows.Forms.MessageBox]::Show($_.Exception.Message, 'M2KSync')
        }
        & $refresh $true
    }
    try {
        Add-Type -AssemblyName 'System.Windows.Forms', 'System.Drawing'
        foreach ($kind in @('coloured', 'grey', 'error', 'syncing')) { $tray.Icons[$kind] = New-M2KTrayIcon -Kind $kind }
        $tray.Notify = New-Object -TypeName System.Windows.Forms.NotifyIcon
        $tray.Notify.ContextMenuStrip = New-Object -TypeName System.Windows.Forms.ContextMenuStrip
        & $refresh $true
        if ((ConvertTo-M2KTrayModel -State $tray.State).Ends) { return }
        $tray.Notify.Visible = $true
        $tray.Timer = New-Object -TypeName System.Windows.Forms.Timer
        # A look costs a start of the engine: only where a run left something since the last one, or our own sync ended.
        $tray.Timer.Interval = 5000
        $tray.Timer.add_Tick({
                $now = ''
                if ($tray.State.LogFolder -ne '') {
                    $now = [string][IO.File]::GetLastWriteTimeUtc([IO.Path]::Combine([IO.Path]::GetDirectoryName($tray.State.LogFolder), 'last-run.json')).Ticks
                }
                $ended = $null -ne $tray.Process -and $tray.Process.HasExited
                if ($ended) { $tray.Process = $null }
                if ($ended -or $now -ne $tray.Seen) {
                    $tray.Seen = $now
                    & $refresh $false
                }
            })
        $tray.Timer.Start()
        [System.Windows.Forms.Application]::Run()
    } finally {
        # An icon that is not taken away stays as a ghost.
        foreach ($one in @($tray.Timer, $tray.Notify) + @($tray.Icons.Values)) {
            if ($null -ne $one) { $one.Dispose() }
        }
        $mutex.ReleaseMutex()
        $mutex.Dispose()
    }
}

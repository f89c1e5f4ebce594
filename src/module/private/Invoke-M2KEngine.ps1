function Invoke-M2KEngine {
    # Runs one request. Emits its item, history and log records and its result record; progress, warnings and a final error go where PowerShell wants them.
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        # The exported function's own, so that errors bear its name.
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        # Without v, culture and marked, which are added.
        [Parameter(Mandatory)] [hashtable] $Request
    )

    $engine = Get-M2KEngine -Cmdlet $Cmdlet
    $process = Start-M2KEngineProcess -Engine $engine
    $last = $null
    $since = New-Object -TypeName System.Diagnostics.Stopwatch
    try {
        $errors = $process.StandardError.ReadToEndAsync()
        Send-M2KRequest -Process $process -Request ($Request + @{ v = 1; culture = $PSUICulture; marked = $true })
        while ($true) {
            $reading = $process.StandardOutput.ReadLineAsync()
            # A blocking read could not be stopped by Ctrl+C.
            while (-not $reading.Wait(200)) { continue }
            if ($null -eq $reading.Result) { break }
            $record = ConvertFrom-M2KRecord -Line $reading.Result
            switch ($record.t) {
                'hello' { Assert-M2KEngineVersion -Version $record.version -Cmdlet $Cmdlet }
                'progress' { Write-M2KProgress -Record $record -Since $since }
                'warning' { $Cmdlet.WriteWarning($record.text) }
                'item' { $record }
                'history' { $record }
                'log' { $record }
                'result' { $last = $record; $record }
                'error' { $last = $record }
            }
        }
    } finally {
        Stop-M2KEngineProcess -Process $process
        if ($since.IsRunning) { Write-Progress -Activity $script:Strings.Activity -Completed }
    }
    if ($null -eq $last) {
        $message = $script:Strings.EngineSilent -f $process.ExitCode, $errors.Result.Trim()
        $Cmdlet.ThrowTerminatingError((New-M2KErrorRecord -Problem @{ id = 'M2K.Bug'; message = $message; remedy = $script:Strings.EngineSilentRemedy }))
    }
    if ($last.t -eq 'error') { $Cmdlet.ThrowTerminatingError((New-M2KErrorRecord -Problem $last)) }
}

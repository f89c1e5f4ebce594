function Get-M2KProgram {
    # The programs that run in this logon session, and those that begin with the logon: name, and all that tells whose they are (command, folder, description).
    # An entry that Task Manager has switched off, or whose program is gone, begins nothing.
    [CmdletBinding()]
    param()

    if ([IO.Path]::DirectorySeparatorChar -ne '\') {
        return
    }
    $own = [Diagnostics.Process]::GetCurrentProcess().SessionId
    foreach ($process in [Diagnostics.Process]::GetProcesses()) {
        if ($process.SessionId -eq $own) {
            $text = $process.ProcessName
            try {
                $file = $process.MainModule.FileVersionInfo
                $text = @($text, $file.FileName, $file.ProductName, $file.FileDescription) -join ' '
            } catch {
                Write-Verbose -Message "Process $($process.Id) tells no more than its name."
            }
            [ordered]@{ at = 'process'; name = $process.ProcessName; text = $text }
        }
    }
    $explorer = 'Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved'
    foreach ($hive in @('LocalMachine', 'CurrentUser')) {
        foreach ($view in @('Registry64', 'Registry32')) {
            $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive] $hive, [Microsoft.Win32.RegistryView] $view)
            $key = $null
            try {
                $key = $root.OpenSubKey('Software\Microsoft\Windows\CurrentVersion\Run')
                if ($null -ne $key) {
                    foreach ($name in $key.GetValueNames()) {
                        $line = [Environment]::ExpandEnvironmentVariables([string] $key.GetValue($name))
                        $off = @(foreach ($place in @('Run', 'Run32')) {
                                $first = (@(Get-M2KRegistryValue -Hive $hive -Path "$explorer\$place" -Name $name) + 0)[0]
                                # An odd first octet is off.
                                $first -is [byte] -and ($first -band 1) -eq 1
                            })
                        $file = $line -replace '^\s*"([^"]+)".*$', '$1' -replace '^\s*(.+?\.exe)\b.*$', '$1'
                        if ($off -notcontains $true -and [IO.File]::Exists($file)) {
                            [ordered]@{ at = 'logon'; name = $name; text = "$name $line" }
                        }
                    }
                }
            } finally {
                if ($null -ne $key) {
                    $key.Dispose()
                }
                $root.Dispose()
            }
        }
    }
}

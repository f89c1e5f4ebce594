function Start-M2KEngineProcess {
    # Starts the engine with redirected streams and without a window. Only fixed words are arguments; the request goes through stdin.
    [CmdletBinding()]
    [OutputType([System.Diagnostics.Process])]
    param([Parameter(Mandatory)] [hashtable] $Engine)

    $start = New-Object -TypeName System.Diagnostics.ProcessStartInfo
    $start.FileName = $Engine.Node
    $start.Arguments = @($Engine.Arguments | ForEach-Object { ConvertTo-M2KArgument -Text $_ }) -join ' '
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false
    $start.StandardErrorEncoding = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false
    foreach ($name in @($start.EnvironmentVariables.Keys)) {
        if ($name -match '^NODE_(OPTIONS|PATH)$') { $start.EnvironmentVariables.Remove($name) }
    }
    return [System.Diagnostics.Process]::Start($start)
}

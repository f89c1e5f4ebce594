function Stop-M2KEngineProcess {
    # Lets the engine end: closing its stdin makes it finish the item in hand, commit and go. After five seconds it is killed.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [System.Diagnostics.Process] $Process)

    try {
        $Process.StandardInput.BaseStream.Close()
    } catch {
        Write-Debug -Message 'The engine had closed its input.'
    }
    if (-not $Process.WaitForExit(5000)) {
        $Process.Kill()
        $Process.WaitForExit()
    }
}

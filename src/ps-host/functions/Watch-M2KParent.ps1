function Watch-M2KParent {
    # Ends this process with the one that started it, even in the middle of a call: whether powershell.exe 5.1 with -NoExit ends at the end of
    # its stdin is not known (reference 9, point 10), and a call that waits for a dialog of Outlook reads no stdin.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [int] $Id)

    $state = [System.Management.Automation.Runspaces.InitialSessionState]::Create()
    $state.LanguageMode = 'FullLanguage'
    $shell = [System.Management.Automation.PowerShell]::Create()
    $shell.Runspace = [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($state)
    $shell.Runspace.Open()
    [void] $shell.AddScript({
            param([int] $Id)
            try {
                [Diagnostics.Process]::GetProcessById($Id).WaitForExit()
            } catch [ArgumentException] {
                # Gone already.
            }
            [Diagnostics.Process]::GetCurrentProcess().Kill()
        }.ToString()).AddArgument($Id)
    [void] $shell.BeginInvoke()
}

function Watch-M2KParent {
    # Ends this process with the one that started it, even in the middle of a call: whether powershell.exe 5.1 with -NoExit ends at the end of
    # its stdin is not known (reference 9, point 10), and a call that waits for a dialog of Outlook reads no stdin.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [int] $Id)

    $own = [Diagnostics.Process]::GetCurrentProcess()
    # A compiled delegate: a script block would need this session, which is busy, and a session of its own would keep the process from ending.
    $parameters = [System.Linq.Expressions.ParameterExpression[]] @(
        [System.Linq.Expressions.Expression]::Parameter([object]), [System.Linq.Expressions.Expression]::Parameter([EventArgs]))
    $kill = [System.Linq.Expressions.Expression]::Call([System.Linq.Expressions.Expression]::Constant($own), 'Kill', [type[]] @())
    $end = [System.Linq.Expressions.Expression]::Lambda([EventHandler], $kill, $parameters).Compile()
    try {
        $script:Parent = [Diagnostics.Process]::GetProcessById($Id)
        $script:Parent.add_Exited($end)
        $script:Parent.EnableRaisingEvents = $true
    } catch [ArgumentException] {
        $own.Kill()
    }
}

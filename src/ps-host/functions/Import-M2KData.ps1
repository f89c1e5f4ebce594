function Import-M2KData {
    # A data file as a hashtable. Read by the parser, for Import-PowerShellDataFile is missing before 5.0 and needs its module.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [string] $Path)

    $tokens = $null
    $errors = $null
    $ast = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref] $tokens, [ref] $errors)
    if ($errors.Count -gt 0) {
        throw "M2KSync: $Path is damaged: $($errors[0].Message)"
    }
    $table = $ast.Find({ param($node) $node -is [System.Management.Automation.Language.HashtableAst] }, $false)
    return $table.SafeGetValue()
}

# What the functions of the host call, by PowerShell's own parser: JSON for gates.test.ts.
param([Parameter(Mandatory = $true)] [string] $Folder)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$files = foreach ($path in [IO.Directory]::GetFiles($Folder, '*.ps*1', 'AllDirectories')) {
    if ($path.EndsWith('.psd1')) { continue }
    $tokens = $null
    $errors = $null
    $ast = [System.Management.Automation.Language.Parser]::ParseFile($path, [ref] $tokens, [ref] $errors)
    $members = $ast.FindAll({ param($n) $n -is [System.Management.Automation.Language.MemberExpressionAst] }, $true)
    $commands = $ast.FindAll({ param($n) $n -is [System.Management.Automation.Language.CommandAst] }, $true)
    $functions = $ast.FindAll({ param($n) $n -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true)
    [ordered]@{
        file      = [IO.Path]::GetFileName($path)
        # Operators that Windows PowerShell 5.1 cannot parse.
        newer     = @($ast.FindAll({ param($n) @('TernaryExpressionAst', 'PipelineChainAst') -contains $n.GetType().Name }, $true) | ForEach-Object { $_.Extent.Text }) +
        @($tokens | Where-Object { @('QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket', 'AndAnd', 'OrOr', 'Clean') -contains [string] $_.Kind } | ForEach-Object { $_.Text })
        errors    = @($errors | ForEach-Object { $_.Message })
        functions = @($functions | ForEach-Object { $_.Name })
        bound     = @($functions | Where-Object { $_.Body.ParamBlock -and @($_.Body.ParamBlock.Attributes | Where-Object { $_.TypeName.Name -eq 'CmdletBinding' }).Count -gt 0 } | ForEach-Object { $_.Name })
        commands  = @($commands | ForEach-Object { [string] $_.GetCommandName() })
        members   = @($members | ForEach-Object {
                [ordered]@{
                    name   = if ($_.Member -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Member.Value } else { '' }
                    text   = $_.Extent.Text
                    static = [bool] $_.Static
                    call   = $_ -is [System.Management.Automation.Language.InvokeMemberExpressionAst]
                    on     = $_.Expression.Extent.Text
                }
            })
    }
}
[Console]::Out.Write((ConvertTo-Json -InputObject @($files) -Depth 6 -Compress))

# What PowerShell files use, by PowerShell's own parser: JSON for the gates of test/module/powershell-gates.ts. Takes full paths.
param([Parameter(Mandatory = $true, ValueFromRemainingArguments = $true)] [string[]] $Path)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Get-TypeFullName([object] $TypeName) {
    $type = $TypeName.GetReflectionType()
    if ($null -eq $type) { return '?' + $TypeName.FullName }
    if ($type.IsArray) { $type = $type.GetElementType() }
    if ($type.IsGenericType) { $type = $type.GetGenericTypeDefinition() }
    return [string] $type.FullName
}

# Of an assignment's right side: commands whose number of results is not known, not wrapped in @().
function Test-Loose([object] $Right) {
    if ($Right.GetType().Name -eq 'CommandExpressionAst') { return $false }
    if ($Right.GetType().Name -ne 'PipelineAst') { return $true }
    $last = @($Right.PipelineElements)[-1]
    return $last.GetType().Name -eq 'CommandAst' -and $last.GetCommandName() -ne 'New-Object'
}

$files = foreach ($one in $Path) {
    $tokens = $null
    $errors = $null
    $ast = [System.Management.Automation.Language.Parser]::ParseFile($one, [ref] $tokens, [ref] $errors)
    $all = @($ast.FindAll({ $true }, $true))
    $kind = { param($Name) @($all | Where-Object { $_.GetType().Name -eq $Name }) }
    $commands = @(& $kind 'CommandAst')
    $assigned = @{}
    foreach ($assignment in @(& $kind 'AssignmentStatementAst')) {
        $left = $assignment.Left
        if ($left.GetType().Name -eq 'VariableExpressionAst') { $assigned[[string] $left.VariablePath.UserPath] = Test-Loose $assignment.Right }
    }
    [ordered]@{
        path = $one
        errors = @($errors | ForEach-Object { $_.Message })
        newer = @(@($all | Where-Object { @('TernaryExpressionAst', 'PipelineChainAst') -contains $_.GetType().Name } | ForEach-Object { $_.Extent.Text }) +
            @($tokens | Where-Object { @('QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket', 'AndAnd', 'OrOr', 'Clean') -contains [string] $_.Kind } | ForEach-Object { $_.Text }) +
            @(@(& $kind 'PipelineAst') | Where-Object { $_.Background } | ForEach-Object { $_.Extent.Text }))
        types = @(@(& $kind 'TypeExpressionAst') + @(& $kind 'TypeConstraintAst') | ForEach-Object { Get-TypeFullName $_.TypeName } | Sort-Object -Unique)
        statics = @($all | Where-Object { @('MemberExpressionAst', 'InvokeMemberExpressionAst') -contains $_.GetType().Name -and $_.Static } | ForEach-Object {
                [ordered]@{ type = Get-TypeFullName $_.Expression.TypeName; member = [string] $_.Member.Extent.Text; text = $_.Extent.Text }
            })
        made = @($commands | Where-Object { $_.GetCommandName() -eq 'New-Object' -and $_.Extent.Text -match '-TypeName' } | ForEach-Object {
                $elements = @($_.CommandElements)
                for ($i = 0; $i -lt $elements.Count; $i++) {
                    if ($elements[$i].GetType().Name -eq 'CommandParameterAst' -and $elements[$i].ParameterName -eq 'TypeName') { $elements[$i + 1].Extent.Text.Trim([char[]] "'") }
                }
            })
        commands = @($commands | ForEach-Object {
                [ordered]@{
                    name = [string] $_.GetCommandName()
                    parameters = @($_.CommandElements | Where-Object { $_.GetType().Name -eq 'CommandParameterAst' } | ForEach-Object { $_.ParameterName })
                    text = $_.Extent.Text
                }
            })
        variables = @(@(& $kind 'VariableExpressionAst') | ForEach-Object { [string] $_.VariablePath.UserPath } | Sort-Object -Unique)
        # Members of one object or of many, which a single result or none does not have under StrictMode.
        counted = @($all | Where-Object { @('MemberExpressionAst') -contains $_.GetType().Name -and -not $_.Static -and @('Count', 'Length') -contains [string] $_.Member.Extent.Text } | Where-Object {
                $on = $_.Expression
                $name = $on.GetType().Name
                ($name -eq 'ParenExpressionAst' -and (Test-Loose $on.Pipeline)) -or ($name -eq 'VariableExpressionAst' -and $assigned[[string] $on.VariablePath.UserPath] -eq $true)
            } | ForEach-Object { $_.Extent.Text })
        functions = @(@(& $kind 'FunctionDefinitionAst') | ForEach-Object { $_.Name })
    }
}
[Console]::Out.Write((ConvertTo-Json -InputObject @($files) -Depth 6 -Compress))

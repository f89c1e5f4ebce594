// The commands of Windows PowerShell 5.1 that our scripts use, with all parameters these have there (PowerShell-Docs, reference/5.1). A parameter that is not in
// this list came later.

const compare = ['EQ', 'CEQ', 'NE', 'CNE', 'GT', 'CGT', 'LT', 'CLT', 'GE', 'CGE', 'LE', 'CLE', 'Like', 'CLike', 'NotLike', 'CNotLike', 'Match', 'CMatch', 'NotMatch', 'CNotMatch', 'Contains', 'CContains',
  'NotContains', 'CNotContains', 'In', 'CIn', 'NotIn', 'CNotIn', 'Is', 'IsNot'];

export const WINDOWS_POWERSHELL_COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'Add-Type': ['CodeDomProvider', 'CompilerParameters', 'TypeDefinition', 'Name', 'MemberDefinition', 'Namespace', 'UsingNamespace', 'Path', 'LiteralPath', 'AssemblyName', 'Language', 'ReferencedAssemblies', 'OutputAssembly', 'OutputType',
    'PassThru', 'IgnoreWarnings'],
  'ConvertFrom-Json': ['InputObject'],
  'ConvertFrom-SecureString': ['SecureString', 'SecureKey', 'Key'],
  'ConvertTo-Json': ['InputObject', 'Depth', 'Compress'],
  'ConvertTo-SecureString': ['String', 'SecureString', 'AsPlainText', 'Force', 'SecureKey', 'Key'],
  'Export-ModuleMember': ['Function', 'Cmdlet', 'Variable', 'Alias'],
  'ForEach-Object': ['InputObject', 'Begin', 'Process', 'End', 'RemainingScripts', 'MemberName', 'ArgumentList'],
  'Get-ChildItem': ['Path', 'LiteralPath', 'Filter', 'Include', 'Exclude', 'Recurse', 'Depth', 'Force', 'Name', 'UseTransaction', 'Attributes', 'Directory', 'File', 'Hidden', 'ReadOnly', 'System'],
  'Get-ExecutionPolicy': ['Scope', 'List'],
  'Get-ItemProperty': ['Path', 'LiteralPath', 'Name', 'Filter', 'Include', 'Exclude', 'Credential', 'UseTransaction'],
  'Import-LocalizedData': ['BindingVariable', 'UICulture', 'BaseDirectory', 'FileName', 'SupportedCommand'],
  'Import-Module': ['Global', 'Prefix', 'Name', 'FullyQualifiedName', 'Assembly', 'Function', 'Cmdlet', 'Variable', 'Alias', 'Force', 'PassThru', 'AsCustomObject', 'MinimumVersion', 'MaximumVersion', 'RequiredVersion',
    'ModuleInfo', 'ArgumentList', 'DisableNameChecking', 'NoClobber', 'Scope', 'PSSession', 'CimSession', 'CimResourceUri', 'CimNamespace'],
  'New-Object': ['TypeName', 'ComObject', 'ArgumentList', 'Strict', 'Property'],
  'Read-Host': ['Prompt', 'AsSecureString'],
  'Select-Object': ['InputObject', 'Property', 'ExcludeProperty', 'ExpandProperty', 'Unique', 'Last', 'First', 'Skip', 'SkipLast', 'Wait', 'Index'],
  'Set-StrictMode': ['Version', 'Off'],
  'Sort-Object': ['Descending', 'Unique', 'InputObject', 'Property', 'Culture', 'CaseSensitive'],
  'Where-Object': ['InputObject', 'FilterScript', 'Property', 'Value', ...compare],
  'Write-Debug': ['Message'],
  'Write-Progress': ['Activity', 'Status', 'Id', 'PercentComplete', 'SecondsRemaining', 'CurrentOperation', 'ParentId', 'Completed', 'SourceId'],
  'Write-Verbose': ['Message'],
  'Write-Warning': ['Message'],
};

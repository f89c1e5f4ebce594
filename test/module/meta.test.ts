// What must hold of the module's files, whatever they say.
import test from 'ava';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../../src/engine/version.js';
import { runCommand } from '../support/shell.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const filesIn = (folder: string, pattern: RegExp): readonly string[] => readdirSync(join(root, folder)).filter((name) => pattern.test(name)).map((name) => join(folder, name));
const publicFiles = filesIn('src/module/public', /\.ps1$/);
const privateFiles = filesIn('src/module/private', /\.ps1$/);
const cultureFiles = ['en-US', 'zh-TW'].flatMap((culture) => filesIn(culture, /./));
const scripts = ['M2KSync.psm1', ...publicFiles, ...privateFiles];
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const literal = (path: string): string => `'${join(root, path).replaceAll("'", "''")}'`;

async function json<Value>(script: string): Promise<Value> {
  const { stdout, stderr, code } = await runCommand(script);
  if (code !== 0 || stderr !== '') throw new Error(`${code} ${stderr}${stdout}`);
  return JSON.parse(stdout) as Value;
}

test('M17: the manifest, the module and the files of public functions name the same commands, and the version is the package\'s', async (t) => {
  const names = publicFiles.map((path) => basename(path, '.ps1')).sort();
  const seen = await json<{ manifest: string[]; exported: string[]; version: string }>(`
    $manifest = Import-PowerShellDataFile -Path ${literal('M2KSync.psd1')}
    Import-Module ${literal('M2KSync.psd1')}
    @{ manifest = @($manifest.FunctionsToExport); version = $manifest.ModuleVersion; exported = @((Get-Command -Module M2KSync).Name) } | ConvertTo-Json -Compress`);
  t.deepEqual([...seen.manifest].sort(), names);
  t.deepEqual([...seen.exported].sort(), names);
  t.is(seen.version, VERSION);
  t.is((JSON.parse(text('package.json')) as { readonly version: string }).version, VERSION);
  t.deepEqual(names.filter((name) => !text('M2KSync.psm1').includes(`'${name}'`)), []);
});

test('a file has a byte order mark if and only if it is not ASCII: Windows PowerShell 5.1 reads anything else as ANSI', (t) => {
  for (const path of [...scripts, ...cultureFiles, 'M2KSync.psd1', 'src/module/M2KSync.Format.ps1xml']) {
    const bytes = readFileSync(join(root, path));
    const marked = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
    t.is(marked, bytes.some((byte) => byte > 0x7f), path);
    t.false(bytes.includes('\r'), path);
  }
});

test('the module\'s own strings have the same keys and the same {numbers} in both languages, and are all used', (t) => {
  const read = (culture: string): ReadonlyMap<string, string> =>
    new Map([...text(`${culture}/M2KSync.Strings.psd1`).matchAll(/^ {4}(\w+) = '((?:[^']|'')*)'$/gm)].map((match) => [match[1] ?? '', match[2] ?? '']));
  const [en, zh] = [read('en-US'), read('zh-TW')];
  const numbers = (line: string | undefined): readonly string[] => [...(line ?? '').matchAll(/\{\d\}/g)].map(([number]) => number).sort();
  t.true(en.size > 10);
  t.deepEqual([...zh.keys()].sort(), [...en.keys()].sort());
  for (const [key, line] of en) {
    t.deepEqual(numbers(zh.get(key)), numbers(line), key);
    t.true(scripts.some((path) => text(path).includes(`$script:Strings.${key}`)), key);
  }
});

interface Parsed {
  readonly path: string;
  readonly errors: number;
  readonly functions: readonly string[];
  readonly bound: boolean;
  readonly newer: readonly string[];
  readonly commands: readonly string[];
}

const parsed = json<readonly Parsed[]>(`
  $newer = @('TernaryExpressionAst', 'PipelineChainAst')
  $signs = @('QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket', 'AndAnd', 'OrOr', 'LineContinuation')
  $rows = foreach ($path in @(${scripts.map(literal).join(', ')})) {
    $tokens = $null; $errors = $null
    $ast = [System.Management.Automation.Language.Parser]::ParseFile($path, [ref]$tokens, [ref]$errors)
    $functions = @($ast.FindAll({ param($node) $node -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true))
    $all = @($ast.FindAll({ $true }, $true))
    @{
      path = $path; errors = @($errors).Count
      functions = @($functions | ForEach-Object { $_.Name })
      bound = @($functions | Where-Object { -not ($_.Body.ParamBlock -and ($_.Body.ParamBlock.Attributes | Where-Object { $_.TypeName.Name -eq 'CmdletBinding' })) }).Count -eq 0
      newer = @(@($all | Where-Object { $newer -contains $_.GetType().Name } | ForEach-Object { $_.GetType().Name }) + @($tokens | Where-Object { $signs -contains [string]$_.Kind } | ForEach-Object { [string]$_.Kind }))
      commands = @($all | Where-Object { $_ -is [System.Management.Automation.Language.CommandAst] } | ForEach-Object { $_.GetCommandName() } | Where-Object { $_ })
    }
  }
  ConvertTo-Json -InputObject @($rows) -Depth 4 -Compress`);

test('every script parses with the syntax of Windows PowerShell 5.1 and holds one function of its file\'s name with CmdletBinding', async (t) => {
  for (const { path, errors, functions, bound, newer } of await parsed) {
    t.is(errors, 0, path);
    t.deepEqual(newer, [], path);
    t.true(bound, path);
    t.deepEqual(functions, path.endsWith('.psm1') ? [] : [basename(path, '.ps1')], path);
  }
});

const BANNED = ['Write-Host', 'Invoke-Expression', 'Write-Output', 'Add-Type', 'Invoke-WebRequest', 'Invoke-RestMethod'];

/** Loading what Windows has is not building code. */
const buildsCode = (path: string): boolean => /\bAdd-Type (?!-AssemblyName ')/.test(readFileSync(path, 'utf8'));

test('no script uses an alias, prints past the pipeline, builds code from text or talks to the network', async (t) => {
  const own = new Set([...publicFiles, ...privateFiles].map((path) => basename(path, '.ps1')));
  for (const { path, commands } of await parsed) {
    t.deepEqual(commands.filter((name) => BANNED.includes(name) && (name !== 'Add-Type' || buildsCode(path))), [], path);
    t.deepEqual(commands.filter((name) => !own.has(name) && !/^[A-Z][A-Za-z]+-[A-Z]\w+$/.test(name)), [], path);
  }
});

test('every script of the module runs under StrictMode and stops on errors', (t) => {
  t.regex(text('M2KSync.psm1'), /^Set-StrictMode -Version Latest$/m);
  t.regex(text('M2KSync.psm1'), /^\$ErrorActionPreference = 'Stop'$/m);
});

test('every command\'s help has a synopsis, a description, an example, its outputs and a word on every parameter', async (t) => {
  interface Help { readonly name: string; readonly synopsis: string; readonly description: string; readonly examples: number; readonly outputs: number; readonly silent: readonly string[] }
  const helps = await json<readonly Help[]>(`
    Import-Module ${literal('M2KSync.psd1')}
    $common = @([System.Management.Automation.PSCmdlet]::CommonParameters) + @([System.Management.Automation.PSCmdlet]::OptionalCommonParameters)
    $rows = foreach ($command in Get-Command -Module M2KSync) {
      $help = Get-Help -Name $command.Name -Full
      $told = @{}
      foreach ($parameter in @($help.parameters.parameter) -ne $null) { $told[$parameter.name] = -not [string]::IsNullOrWhiteSpace([string]$parameter.description.Text) }
      @{
        name = $command.Name; synopsis = [string]$help.Synopsis; description = [string]$help.description[0].Text; examples = @($help.examples.example).Count
        outputs = @($help.returnValues.returnValue).Count; silent = @($command.Parameters.Keys | Where-Object { $common -notcontains $_ -and -not $told[$_] })
      }
    }
    ConvertTo-Json -InputObject @($rows) -Depth 4 -Compress`);
  t.is(helps.length, publicFiles.length);
  for (const { name, synopsis, description, examples, outputs, silent } of helps) {
    t.true(synopsis.length > 20 && !synopsis.startsWith(name), name);
    t.true(description.length > 40, name);
    t.true(examples > 0 && outputs > 0, name);
    t.deepEqual(silent, [], name);
  }
});

test('both languages explain the module at length and name every command', (t) => {
  for (const culture of ['en-US', 'zh-TW']) {
    const about = text(`${culture}/about_M2KSync.help.txt`);
    for (const path of publicFiles) {
      const name = basename(path, '.ps1');
      t.true(about.includes(name), `${culture} ${name}`);
    }
  }
});

test('Chinese of any spelling is answered in Traditional Chinese by the cmdlets as by the engine, all else in English', async (t) => {
  const cultures = ['zh-TW', 'zh-HK', 'zh-CN', 'zh-Hant-MO', 'en-GB', 'de-DE'];
  const spoken = await json<string[]>(`ConvertTo-Json -Compress -InputObject @(foreach ($name in @(${cultures.map((name) => `'${name}'`).join()})) {
    [cultureinfo]::CurrentUICulture = $name; Import-Module ${literal('M2KSync.psd1')} -Force; & (Get-Module M2KSync) { $script:Strings.Language } })`);
  t.deepEqual(spoken, ['zh-TW', 'zh-TW', 'zh-TW', 'zh-TW', 'en-US', 'en-US']);
});

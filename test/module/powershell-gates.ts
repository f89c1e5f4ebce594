// What would fail in Windows PowerShell 5.1 over .NET Framework 4.7.2, found by reading: facts of read-scripts.ps1 in, faults out.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runFile } from '../support/shell.js';
import { WINDOWS_POWERSHELL_COMMANDS } from './windows-powershell-commands.js';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Script {
  readonly path: string;
  readonly errors: readonly string[];
  readonly newer: readonly string[];
  readonly types: readonly string[];
  readonly made: readonly string[];
  readonly statics: readonly { readonly type: string; readonly member: string; readonly text: string }[];
  readonly commands: readonly { readonly name: string; readonly parameters: readonly string[]; readonly text: string }[];
  readonly variables: readonly string[];
  readonly counted: readonly string[];
  readonly functions: readonly string[];
}

const under = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? under(join(folder, entry.name), pattern) : pattern.test(entry.name) ? [join(root, folder, entry.name)] : []));

/** Every file of PowerShell that is installed on a user's computer. */
export const productScripts = (): readonly string[] =>
  [join(root, 'M2KSync.psd1'), join(root, 'M2KSync.psm1'), ...['src', 'en-US', 'zh-TW'].flatMap((folder) => under(folder, /\.ps[md]?1$/))];

export async function readScripts(paths: readonly string[]): Promise<readonly Script[]> {
  const { stdout, stderr, code } = await runFile(join(root, 'test', 'module', 'read-scripts.ps1'), [...paths], { timeout: 600_000 });
  if (code !== 0 || stderr !== '') throw new Error(stderr || stdout);
  return JSON.parse(stdout) as readonly Script[];
}

type Members = Readonly<Record<string, readonly string[]>>;
export const frameworkTypes = (): Members => JSON.parse(readFileSync(join(root, 'test', 'module', 'net472.json'), 'utf8')) as Members;

/** What the engine makes for itself: no type of a reference assembly. COM's object is mscorlib's, and hidden there. */
const NOT_LISTED = new Set(['System.__ComObject']);
const nameOf = (type: string): string => type.replace(/^\?/, '').replace(/\[.*$/, '');
/** As New-Object takes it: without System. */
const candidates = (type: string, table: Members): readonly string[] => {
  const name = nameOf(type), bare = name.charAt(0).toUpperCase() + name.slice(1);
  return [name, `System.${bare}`].flatMap((one) => [one, ...Object.keys(table).filter((known) => known.replace(/`\d+$/, '') === one)]);
};

/** Types by every name under which they are used. */
export const usedTypes = (scripts: readonly Script[]): readonly string[] =>
  [...new Set(scripts.flatMap(({ types, made, statics }) => [...types, ...made, ...statics.map(({ type }) => type)]).map(nameOf))].sort();

const commonParameters = new Set(['ErrorAction', 'WarningAction', 'InformationAction', 'ErrorVariable', 'WarningVariable', 'OutVariable', 'OutBuffer', 'PipelineVariable', 'Verbose', 'Debug', 'WhatIf', 'Confirm']);

/** Absent in 5.1, or unset until something sets them: reading them stops a script under StrictMode. */
const TRAPS = new Set(['IsWindows', 'IsLinux', 'IsMacOS', 'IsCoreCLR', 'LASTEXITCODE', 'PSStyle', 'EnabledExperimentalFeatures', 'Matches']);

export const GATES = {
  parser: (script: Script): readonly string[] => [...script.errors, ...script.newer],
  types: (script: Script): readonly string[] => {
    const table = frameworkTypes();
    return [...script.types, ...script.made].filter((type) => !NOT_LISTED.has(nameOf(type)) && !candidates(type, table).some((name) => name in table));
  },
  members: (script: Script): readonly string[] => {
    const table = frameworkTypes();
    return script.statics.filter(({ type, member }) => {
      const known = candidates(type, table).find((name) => name in table);
      return !NOT_LISTED.has(nameOf(type)) && !(known !== undefined && (table[known] ?? []).some((one) => one.toLowerCase() === member.toLowerCase()));
    }).map(({ text }) => text);
  },
  commands: (script: Script, own: ReadonlySet<string>): readonly string[] => script.commands.filter(({ name }) => name !== '' && !own.has(name) && !(name in WINDOWS_POWERSHELL_COMMANDS)).map(({ name }) => name),
  parameters: (script: Script, own: ReadonlySet<string>): readonly string[] => script.commands.filter(({ name }) => name !== '' && !own.has(name)).flatMap(({ name, parameters }) =>
    parameters.filter((one) => !commonParameters.has(one) && !(WINDOWS_POWERSHELL_COMMANDS[name] ?? []).includes(one)).map((one) => `${name} -${one}`)),
  strictMode: (script: Script): readonly string[] => [...script.variables.filter((name) => TRAPS.has(name)).map((name) => `$${name}`), ...script.counted],
} as const;

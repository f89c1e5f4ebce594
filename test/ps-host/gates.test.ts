// What the host's PowerShell may contain, read from its syntax tree (rules.md 26), and what both ends of the wire must agree on.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import test from 'ava';
import { appointmentCodec } from '../../src/engine/codec/outlook/appointment.js';
import { contactCodec } from '../../src/engine/codec/outlook/contact.js';
import type { OutlookCodec } from '../../src/engine/codec/outlook/outlook-codec.js';
import { fieldSpecs } from '../../src/engine/model/field-specs.js';
import type { Kind } from '../../src/engine/model/ids.js';
import type { FieldName } from '../../src/engine/model/item.js';
import { sample } from '../../src/engine/side/contract/samples.js';
import { HOST_ERRORS, type Step } from '../../src/ps-host/protocol.js';
import { runCommand, runFile } from '../support/shell.js';
import { HOST_FOLDER, TEST_SCRIPTS } from './desk.js';

interface Member { readonly name: string; readonly text: string; readonly static: boolean; readonly call: boolean; readonly on: string }
interface Source {
  readonly file: string; readonly errors: readonly string[]; readonly newer: readonly string[]; readonly functions: readonly string[];
  readonly bound: readonly string[]; readonly commands: readonly string[]; readonly members: readonly Member[];
}
interface Lists { readonly Read: readonly string[]; readonly Write: readonly string[]; readonly Call: readonly string[]; readonly Guarded: readonly string[]; readonly Schema: readonly string[] }

let sources: readonly Source[];
let lists: Lists;
let codes: { readonly HostErrors: readonly string[]; readonly HResults: Readonly<Record<string, string>> };

/** A data file by the host's own reader. */
async function data<T>(name: string): Promise<T> {
  const text = `. '${HOST_FOLDER}/functions/Import-M2KData.ps1'; [Console]::Out.Write((ConvertTo-Json -InputObject (Import-M2KData -Path '${HOST_FOLDER}/${name}') -Depth 5))`;
  return JSON.parse((await runCommand(text)).stdout) as T;
}

test.before(async () => {
  const { stdout, stderr } = await runFile(join(TEST_SCRIPTS, 'read-syntax.ps1'), [HOST_FOLDER]);
  if (stderr !== '') throw new Error(stderr);
  sources = JSON.parse(stdout) as readonly Source[];
  lists = await data<Lists>('outlook-members.psd1');
  codes = await data('outlook-errors.psd1');
});

/** Methods of .NET objects that the functions call. */
const DOTNET_CALLS = new Set([
  'Add', 'AppendChar', 'Compile', 'ComputeHash', 'Contains', 'ContainsKey', 'Dequeue', 'Dispose', 'Enqueue', 'Find', 'ForEach', 'GetBaseException', 'GetBytes', 'GetLeftPart', 'GetLength', 'GetNetworkCredential', 'GetProxy', 'GetString',
  'GetType', 'GetValue', 'GetValueNames', 'IndexOf', 'IsBypassed', 'OpenSubKey', 'IsInRole', 'PromptForCredential', 'Kill', 'ReadLine', 'Remove', 'Replace', 'SafeGetValue', 'Split', 'StartsWith', 'Substring', 'ToCharArray',
  'ToLowerInvariant', 'ToString', 'ToUniversalTime', 'Trim', 'TrimStart', 'Where', 'Write', 'add_Exited', 'get_Value', 'set_Value',
]);

/** Methods of the Task Scheduler's scripting objects; a test looks that no other function calls them. */
const SCHEDULER_CALLS = ['Connect', 'CreateFolder', 'DeleteFolder', 'DeleteTask', 'GetFolder', 'GetTask', 'GetTasks', 'RegisterTask'];
const SCHEDULER_FILES = ['Find-M2KTask.ps1', 'Get-M2KScheduler.ps1', 'Register-M2KTask.ps1', 'Unregister-M2KTask.ps1'];

const CMDLETS = new Set([
  'ConvertFrom-Json', 'ConvertFrom-SecureString', 'ConvertTo-Json', 'ConvertTo-SecureString', 'Export-ModuleMember', 'Get-ChildItem',
  'Get-ExecutionPolicy', 'Get-ItemProperty', 'Import-Module', 'New-Object', 'Set-StrictMode', 'Write-Verbose',
]);

/** Commands whose name is not in the text: the module's own files, the function of an operation, the functions that give Outlook and the scheduler. */
const DYNAMIC = ['Find-M2KProgram.ps1', 'Host.psm1', 'Invoke-M2KOperation.ps1', 'Open-M2KOutlook.ps1', 'Open-M2KScheduler.ps1', 'Read-M2KInstallation.ps1', 'Send-M2KEvent.ps1'];

/** Members whose name is not in the text: these two read and set one property for those that have looked its name up in the list. */
const COMPUTED: Readonly<Record<string, readonly string[]>> = { 'Read-M2KProperty.ps1': ['$Object.$Name'], 'Set-M2KMember.ps1': ['$Object.$Name'] };

/** It can do anything; so it may do this alone. */
const BY_NAME = '[System.__ComObject].InvokeMember($Name, [System.Reflection.BindingFlags]::GetProperty, $null, $Object, $null)';

/** Who may ask for a property by a name that is a variable. */
const READERS = ['Get-M2KMember.ps1', 'Test-M2KOutlook.ps1'];

/** Variables and keys that hold Outlook's objects ($Folder is a reference: entryId and storeId). */
const COM_OBJECT = /(^\$(outlook|item|object|namespace|folder|folders|folderobject|store|stores|items|table|list|zone|zones|pattern|exceptions?|occurrence|properties|recipients?|entry|user|organizer|inspector|inspectors|attachment|attachments|member|accessor|explorers|parent|parentobject|trash)|\.(item|table))$/i;

test('the host parses, in the syntax of Windows PowerShell 5.1', (t) => {
  t.true(sources.length > 40);
  for (const { file, errors, newer } of sources) t.deepEqual([errors, newer], [[], []], file);
});

test('rule 26: every method called on an object is on the list of Outlook\'s members or a known one of .NET, by name', (t) => {
  for (const { file, members } of sources) {
    const allowed = new Set([...lists.Call, ...DOTNET_CALLS, ...(SCHEDULER_FILES.includes(file) ? SCHEDULER_CALLS : [])]);
    t.deepEqual(members.filter(({ name }) => name === '').map(({ text }) => text), COMPUTED[file] ?? [], `${file}: a member whose name is computed`);
    t.deepEqual(members.filter(({ call, static: isStatic, name, text }) => call && !isStatic && !allowed.has(name) && text !== BY_NAME).map(({ text }) => text), [], file);
  }
});

test('rule 26: a property is read by a computed name only where the name was looked up in the list', (t) => {
  t.deepEqual(sources.filter(({ commands }) => commands.includes('Read-M2KProperty')).map(({ file }) => file).sort(), READERS);
});

test('rule 26: no list holds a member that sends, responds, forwards or runs anything', (t) => {
  // CreateRecipient makes an address for a distribution list, SaveAsFile takes a picture out; the item's own SaveAs would be guarded.
  const never = /send|respond|reply|forward|execute|invoke|^display$|print|saveas$|recipients$|(?<!^create)recipient$/i;
  t.deepEqual([...lists.Write, ...lists.Call].filter((name) => never.test(name)), []);
  t.deepEqual(lists.Read.filter((name) => /send|respond|reply|forward|execute|invoke/i.test(name)), []);
  t.deepEqual([...DOTNET_CALLS].filter((name) => /invoke|getmethod|createinstance/i.test(name)), []);
});

test('desk 9: no property of an Outlook object is read or set plainly, which would hide its failure', (t) => {
  for (const { file, members } of sources) {
    t.deepEqual(members.filter(({ call, on, name, text }) => !call && !['PSObject', 'entryId', 'storeId'].includes(name) && !(COMPUTED[file]?.includes(text) ?? false) && COM_OBJECT.test(on)).map(({ text }) => text), [], file);
  }
});

test('the host runs no command but its own functions and a few cmdlets', (t) => {
  const own = new Set(sources.flatMap(({ functions }) => functions));
  const dynamic = sources.flatMap(({ file, commands }) => commands.filter((name) => name === '').map(() => file));
  t.deepEqual(dynamic.sort(), DYNAMIC);
  for (const { file, commands } of sources) t.deepEqual(commands.filter((name) => name !== '' && !own.has(name) && !CMDLETS.has(name)), [], file);
});

test('one function a file, named as the file, with CmdletBinding', (t) => {
  for (const { file, functions, bound } of sources.filter(({ file: name }) => name.endsWith('.ps1'))) {
    t.deepEqual([functions, bound], [[basename(file, '.ps1')], [basename(file, '.ps1')]]);
  }
});

test('the host\'s files are ASCII: 5.1 reads others by the machine\'s code page', (t) => {
  for (const entry of readdirSync(HOST_FOLDER, { recursive: true, withFileTypes: true }).filter((one) => /\.ps[md]?1$/.test(one.name))) {
    t.notRegex(readFileSync(join(entry.parentPath, entry.name), 'latin1'), /[^\t\n\x20-\x7e]/, entry.name);
  }
});

test('no word of iCalendar or vCard is in the host', (t) => {
  for (const entry of readdirSync(HOST_FOLDER, { recursive: true, withFileTypes: true }).filter((one) => /\.psm?1$/.test(one.name))) {
    t.notRegex(readFileSync(join(entry.parentPath, entry.name), 'utf8'), /VEVENT|VCALENDAR|RRULE|EXDATE|DTSTART|VCARD|vCal|M2KSync\//, entry.name);
  }
});

test('both ends of the wire have one list of error codes, and every HRESULT leads to one of them', (t) => {
  t.deepEqual([...codes.HostErrors], [...HOST_ERRORS]);
  t.deepEqual(Object.values(codes.HResults).filter((code) => !codes.HostErrors.includes(code)), []);
  const thrown = readdirSync(join(HOST_FOLDER, 'functions')).flatMap((name) =>
    [...readFileSync(join(HOST_FOLDER, 'functions', name), 'utf8').matchAll(/-(?:Code|Otherwise) '(\w+)'/g)].map(([, code]) => code!));
  t.true(thrown.length > 30);
  t.deepEqual(thrown.filter((code) => !codes.HostErrors.includes(code)), []);
});

function namesOf<K extends Kind>(codec: OutlookCodec<K>): { readonly read: readonly string[]; readonly written: readonly string[] } {
  const { plain, zones = [], pattern = [], occurrence = [] } = codec.members;
  const steps = Array.from({ length: 60 }, (_, n) => n).flatMap((n): readonly Step[] => {
    try {
      return codec.steps({ fields: sample(codec.kind, n).fields, chosen: new Set(Object.keys(fieldSpecs(codec.kind)) as FieldName<K>[]), current: null });
    } catch {
      return [];
    }
  });
  const written = steps.flatMap((step) => (step.do === 'changeOccurrence' ? step.steps : [step])).flatMap((step) => (step.do === 'pattern' ? step.set.map(({ name }) => name) : step.do === 'set' || step.do === 'zone' ? [step.name] : []));
  return { read: [...plain, ...zones, ...pattern, ...occurrence], written: [...new Set(written)] };
}

test('the host reads and writes every member that the codecs name', (t) => {
  const desk = { zone: 'Taipei Standard Time', listSeparator: ',' };
  for (const { read, written } of [namesOf(appointmentCodec(desk)), namesOf(contactCodec(desk))]) {
    t.true(read.length > 10 && written.length > 10);
    t.deepEqual(read.filter((name) => !lists.Read.includes(name)), []);
    t.deepEqual(written.filter((name) => !lists.Write.includes(name)), []);
  }
});

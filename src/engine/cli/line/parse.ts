// The command line, by yargs: which face to show, and what was asked.
import yargs from 'yargs';
import type { Argv } from 'yargs';
import type { Words } from '../../words/catalogue.js';
import { isHoldId } from '../request.js';
import { UsageError } from '../usage-error.js';
import { mistakeIn } from './mistakes.js';
import { TYPED_ACCEPTANCES, TYPED_COMMANDS, commandOptions, globalOptions } from './options.js';
import type { TypedCommand } from './options.js';

export type Typed = Readonly<Record<string, unknown>>;

export type CommandLine =
  | { readonly kind: 'help'; readonly text: string }
  /** `--json` without a command: the request is the first line of standard input. */
  | { readonly kind: 'request-on-stdin'; readonly profileRoot?: string }
  | { readonly kind: 'command'; readonly command: TypedCommand; readonly typed: Typed; readonly json: boolean; readonly profileRoot?: string };

/** @throws UsageError with what to type instead */
export async function parseCommandLine(argv: readonly string[], about: { readonly words: Words; readonly version: string }): Promise<CommandLine> {
  const { words, version } = about;
  const mistake = mistakeIn(argv, words);
  if (mistake) throw mistake;
  const { typed, output } = await typedBy(parser(words, version), argv);
  if (output !== '') return { kind: 'help', text: output };
  const root = typeof typed['profile-root'] === 'string' ? { profileRoot: typed['profile-root'] } : {};
  const command = TYPED_COMMANDS.find((name) => name === (typed['_'] as readonly unknown[])[0]);
  if (command !== undefined) return { kind: 'command', command, typed, json: typed['json'] === true, ...root };
  if (typed['json'] === true) return { kind: 'request-on-stdin', ...root };
  throw new UsageError('m2ksync', words.say('usage.noCommand'));
}

function parser(words: Words, version: string): Argv {
  const { say, language } = words;
  const perCommand = commandOptions(words);
  const base = yargs().scriptName('m2ksync').locale(language === 'zh-TW' ? 'zh_TW' : 'en').version(version).help().exitProcess(false).strict()
    .parserConfiguration({ 'camel-case-expansion': false, 'duplicate-arguments-array': false })
    .usage(`m2ksync <command>\n\n${say('help.about')}`).options(globalOptions(words)).wrap(100)
    .example('m2ksync connect --address you@example.com --host mail.example.com', '').example('m2ksync plan', say('help.plan'));
  return TYPED_COMMANDS.reduce<Argv>((made, name) => made.command(name, say(`help.${name}`), (one) => one.options(perCommand[name])), base);
}

async function typedBy(made: Argv, argv: readonly string[]): Promise<{ readonly typed: Typed; readonly output: string }> {
  let output = '';
  let failed: UsageError | undefined;
  const typed: Typed = await made
    .fail((message, error) => { failed = new UsageError(argv.find((word) => !word.startsWith('-')) ?? 'm2ksync', message || error.message); })
    .parseAsync([...argv], {}, (_error, _typed, text) => { output = text; });
  if (failed) throw failed;
  return { typed, output };
}

const SELECTING = ['select', 'on', 'off', 'direction', 'default-folder', 'clash', 'relink', 'remove-items', 'attendees', 'busy-only', 'reminders', 'past-days', 'future-days', 'birthdays', 'merged'] as const;

/** What was typed as the fields of a request, without the secret. @throws UsageError for options that need each other */
export function requestFields(command: TypedCommand, typed: Typed, words: Words): Readonly<Record<string, unknown>> {
  const common = { v: 1, profile: typed['profile'], language: typed['language'] };
  const need = (option: string, example: string): unknown => {
    if (typed[option] === undefined) throw new UsageError(command, words.say('usage.missing', { option: `--${option}`, example }));
    return typed[option];
  };
  switch (command) {
    case 'connect': return {
      ...common, command, address: need('address', '--address you@example.com'), host: need('host', '--host mail.example.com'), preset: typed['preset'],
      caldavUrl: typed['caldav-url'], carddavUrl: typed['carddav-url'], allowHttp: typed['allow-http'], keepSecret: true,
      certificateSha256: typed['certificate-sha256'], proxy: typed['proxy'],
    };
    case 'collections': return SELECTING.some((option) => typed[option] !== undefined) ? {
      ...common, command: 'select', collection: need('select', '--select default-1a2b3c4d'), enabled: onOff(typed), direction: typed['direction'],
      defaultFolder: typed['default-folder'], clash: typed['clash'], relink: typed['relink'], removeItems: typed['remove-items'], attendees: typed['attendees'], busyOnly: typed['busy-only'],
      reminders: typed['reminders'], pastDays: typed['past-days'], futureDays: typed['future-days'], birthdays: typed['birthdays'], merged: typed['merged'],
    } : { ...common, command, refresh: typed['refresh'], add: typed['add'], owner: typed['owner'], name: typed['name'], remove: typed['remove'], scope: typed['scope'] };
    case 'check-outlook': return { ...common, command, only: typed['only'] };
    case 'check-installation': return { ...common, command, write: typed['write'], outlook: typed['outlook'] };
    case 'check-server': return { ...common, command, write: typed['write'] };
    case 'plan': return { ...common, command: 'sync', whatIf: true };
    case 'sync': return { ...common, command, accept: acceptances(typed['accept'], words), scheduled: typed['scheduled'], retry: typed['retry'] };
    case 'history': return { ...common, command, since: typed['since'], run: typed['run'] };
    case 'restore': return typed['run'] === undefined
      ? { ...common, command, ids: String(need('id', '--id 12')).split(',').map(Number), whatIf: typed['what-if'] } : { ...common, command, run: typed['run'], whatIf: typed['what-if'] };
    case 'task': return { ...common, command, action: typed['register'] === true ? 'register' : typed['unregister'] === true ? 'unregister' : 'get', all: typed['all'] };
    case 'schedule': return { ...common, command, intervalMinutes: typed['minutes'], atLogOn: typed['at-logon'] };
    case 'set-option': return { ...common, command, name: need('name', '--name Proxy'), value: typed['value'] ?? null };
    case 'password': return { ...common, command: 'secret', ...(typed['remove'] === true ? {} : { keepSecret: true }) };
    case 'log': return { ...common, command, since: typed['since'], level: typed['level'], last: typed['last'] };
    case 'pause': return { ...common, command, paused: true };
    case 'resume': return { ...common, command: 'pause', paused: false };
    case 'disconnect': case 'failures': case 'status': case 'all-status': case 'forget-all': case 'options': case 'diagnostic': case 'logon': case 'scheduled': return { ...common, command };
  }
}

const onOff = (typed: Typed): boolean | undefined => (typed['on'] === true ? true : typed['off'] === true ? false : undefined);

function acceptances(given: unknown, words: Words): readonly string[] | undefined {
  if (typeof given !== 'string') return undefined;
  return given.split(',').map((word) => {
    if (isHoldId(word.trim())) return word.trim();
    const name = Object.entries(TYPED_ACCEPTANCES).find(([typedName]) => typedName === word.trim())?.[1];
    if (name === undefined) throw new UsageError(`--accept ${word}`, words.say('usage.choice', { option: '--accept', allowed: [...Object.keys(TYPED_ACCEPTANCES), '1a2b3c4d'].join(', ') }));
    return name;
  });
}

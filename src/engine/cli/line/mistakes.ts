// A wrong command line, answered with what to type instead.
import type { Options } from 'yargs';
import type { Words } from '../../words/catalogue.js';
import { UsageError } from '../usage-error.js';
import { nearest } from './nearest.js';
import { TYPED_COMMANDS, commandOptions, globalOptions } from './options.js';
import type { TypedCommand } from './options.js';

const isCommand = (word: string): word is TypedCommand => (TYPED_COMMANDS as readonly string[]).includes(word);

/** The first mistake yargs would only name, or undefined. `argv` without node and script. */
export function mistakeIn(argv: readonly string[], words: Words): UsageError | undefined {
  const global = globalOptions(words);
  const command = firstWord(argv, global);
  if (command !== undefined && !isCommand(command)) return wrongCommand(command, words);
  return wrongOption(argv, { ...global, ...(command === undefined ? {} : commandOptions(words)[command]) }, words);
}

function wrongCommand(given: string, { say }: Words): UsageError {
  const meant = nearest(given, TYPED_COMMANDS);
  return new UsageError(given, meant === undefined ? say('usage.seeHelp') : say('usage.unknownCommand', { given, meant }));
}

function wrongOption(argv: readonly string[], allowed: Readonly<Record<string, Options>>, { say }: Words): UsageError | undefined {
  const names = [...Object.keys(allowed), 'help', 'version'];
  const known = (name: string): boolean => names.includes(name) || (name.startsWith('no-') && allowed[name.slice(3)]?.type === 'boolean');
  const given = argv.filter((word) => word.startsWith('-')).map((word) => word.split('=')[0] ?? '').find((word) => !known(word.replace(/^-+/, '')));
  if (given === undefined) return undefined;
  const meant = nearest(given.replace(/^-+/, ''), names);
  return new UsageError(given, meant === undefined ? say('usage.seeHelp') : say('usage.unknownOption', { given, meant: `--${meant}` }));
}

/** The first argument that is neither an option nor an option's value. */
function firstWord(argv: readonly string[], global: Readonly<Record<string, Options>>): string | undefined {
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (!word.startsWith('-')) return word;
    const option = global[word.replace(/^-+/, '')];
    if (option !== undefined && option.type !== 'boolean') at += 1;
  }
  return undefined;
}

// All that people read, in one place and both languages. Finding a sentence and filling it in is all that happens here.
import type { SideName } from '../model/ids.js';
import { CHECK_WORDS } from './check.js';
import { ERROR_WORDS } from './errors.js';
import type { ErrorWords } from './errors.js';
import { HELP_WORDS } from './help.js';
import { INSTALLATION_WORDS } from './installation.js';
import { HOLD_WORDS } from './holds.js';
import { MEETING_WORDS } from './meeting.js';
import { OPTION_WORDS } from './options.js';
import { RUN_WORDS } from './run.js';
import { fill, textIn } from './text.js';
import type { Facts, Language, Placeholders } from './text.js';

export const CATALOGUE = { ...RUN_WORDS, ...HELP_WORDS, ...CHECK_WORDS, ...MEETING_WORDS, ...OPTION_WORDS, ...INSTALLATION_WORDS } as const;

export type Key = keyof typeof CATALOGUE;
type NamesIn<K extends Key> = Placeholders<(typeof CATALOGUE)[K]['en']>;

/** The sentence of a key; a key with placeholders asks for exactly their facts. */
export type Say = <K extends Key>(key: K, ...facts: [NamesIn<K>] extends [never] ? [] : [Facts<NamesIn<K>>]) => string;

export interface Words {
  readonly language: Language;
  readonly say: Say;
}

export function wordsIn(language: Language): Words {
  return { language, say: (key, ...facts) => fill(textIn(language, CATALOGUE[key]), facts[0] ?? {}) };
}

export interface Told {
  readonly message: string;
  readonly remedy: string;
}

export type LooseFacts = Readonly<Record<string, string | number | boolean | undefined>>;

const byCode: Readonly<Record<string, ErrorWords>> = ERROR_WORDS;
const byHold: Readonly<Record<string, ErrorWords>> = HOLD_WORDS;

/** The words of an ErrorCode (with its reason where that has words of its own) or of a HoldReason. */
export function wordsOf(code: string, reason?: string): ErrorWords {
  return (reason === undefined ? undefined : byCode[`${code}.${reason}`]) ?? (code === 'Held' && reason !== undefined ? byHold[reason] : undefined)
    ?? byHold[code] ?? byCode[code] ?? ERROR_WORDS.Bug;
}

const isSide = (value: unknown): value is SideName => value === 'outlook' || value === 'server';

/** What happened and what to do next, in words. */
export function tell(words: Words, what: { readonly code: string; readonly reason?: string | undefined }, facts: LooseFacts): Told {
  const { message, remedy } = wordsOf(what.code, what.reason);
  const spoken = { ...facts, ...(isSide(facts['side']) ? { side: words.say(`side.${facts['side']}`) } : {}) };
  return { message: sentence(fill(textIn(words.language, message), spoken)), remedy: sentence(fill(textIn(words.language, remedy), spoken)) };
}

/** A fact may come first in a sentence: 'the server does not ...'. */
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

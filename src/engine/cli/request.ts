// A request line to a Request, or a UsageError that says what to send instead. One row a command; a field not in its row is refused.
import { ATTENDEES, BUSY_ONLY, CLASHES, DIRECTIONS, LANGUAGES, LOG_LEVELS, PRESETS, SCOPES } from '../config/settings.js';
import { INTERVALS } from '../config/schedule.js';
import { DEFAULT_PROFILE, isProfileName } from '../config/profile.js';
import type { Words } from '../words/catalogue.js';
import { RECORDS_VERSION } from './records.js';
import type { CommandName, Request } from './records.js';
import { UsageError } from './usage-error.js';

interface Check {
  readonly allowed: string;
  readonly needed?: true;
  fits(value: unknown): boolean;
}

const text: Check = { allowed: 'text', fits: (value) => typeof value === 'string' && value !== '' };
const flag: Check = { allowed: 'true, false', fits: (value) => typeof value === 'boolean' };
const days: Check = { allowed: '-1 (all), 0, 1, 2, ...', fits: (value) => Number.isInteger(value) && (value as number) >= -1 };
const needed = (check: Check): Check => ({ ...check, needed: true });
const oneOf = (values: readonly unknown[]): Check => ({ allowed: values.join(', '), fits: (value) => values.includes(value) });

const moment: Check = { allowed: '2026-11-22T09:00:00Z', fits: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)) };

const ACCEPTANCES: readonly unknown[] = ['firstRun', 'deletions'];
export const isHoldId = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);
const acceptances: Check = { allowed: 'firstRun, deletions, 1a2b3c4d', fits: (value) => Array.isArray(value) && value.every((one) => ACCEPTANCES.includes(one) || isHoldId(one)) };

const COMMON: Readonly<Record<string, Check>> = {
  v: needed(oneOf([RECORDS_VERSION])), command: needed(text), language: oneOf(LANGUAGES), culture: { allowed: 'zh-TW', fits: (value) => typeof value === 'string' }, marked: flag,
  profile: { allowed: 'A-Z a-z 0-9 - _', fits: (value) => typeof value === 'string' && isProfileName(value) },
};

const FIELDS: { readonly [Command in CommandName]: Readonly<Record<string, Check>> } = {
  connect: {
    address: needed({ allowed: 'you@example.com', fits: (value) => typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value) }),
    host: needed(text), secret: needed(text), preset: oneOf(PRESETS), caldavUrl: text, carddavUrl: text, allowHttp: flag, keepSecret: flag,
    certificateSha256: { allowed: 'SHA-256: 64 hexadecimal digits', fits: (value) => typeof value === 'string' && /^([0-9a-f]{2}:?){32}$/i.test(value) },
    proxy: { allowed: 'direct, http://proxy:port', fits: (value) => typeof value === 'string' && /^(direct|https?:\/\/[^\s@]+)$/i.test(value) },
  },
  disconnect: {},
  collections: { refresh: flag, add: text, owner: text, name: text, scope: oneOf(SCOPES), remove: text },
  'check-server': { write: flag },
  'check-outlook': { only: text },
  'check-installation': { write: flag, outlook: flag, strings: oneOf(LANGUAGES) },
  select: { collection: needed(text), enabled: flag, direction: oneOf(DIRECTIONS), defaultFolder: flag, clash: oneOf(CLASHES), relink: flag, removeItems: flag, attendees: oneOf(ATTENDEES), busyOnly: oneOf(BUSY_ONLY), reminders: flag, pastDays: days, futureDays: days, birthdays: flag, merged: flag },
  sync: { whatIf: flag, accept: acceptances, scheduled: flag, retry: flag },
  failures: {},
  history: { since: moment, run: text },
  restore: { ids: { allowed: '12, 13', fits: (value) => Array.isArray(value) && value.length > 0 && value.every((id) => Number.isInteger(id)) }, run: text, whatIf: flag },
  status: {},
  task: { action: needed(oneOf(['get', 'register', 'unregister'])), all: flag },
  schedule: { intervalMinutes: oneOf(INTERVALS), atLogOn: flag },
  pause: { paused: needed(flag) },
  profiles: {},
  'forget-all': {},
  'all-status': {},
  secret: { secret: text, keepSecret: flag },
  log: { since: moment, level: oneOf(LOG_LEVELS), last: { allowed: '1, 2, 3, ...', fits: (value) => Number.isInteger(value) && (value as number) > 0 } },
  diagnostic: {},
  options: {},
  'set-option': { name: needed(text), value: needed({ allowed: 'text, number, true, false, [..], null', fits: (value) => value === null || ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) && value.every((one) => typeof one === 'string')) }) },
  logon: {},
  scheduled: {},
};

const EXAMPLE = JSON.stringify({ v: RECORDS_VERSION, command: 'status' });

const isCommand = (name: unknown): name is CommandName => typeof name === 'string' && Object.hasOwn(FIELDS, name);

/** @throws UsageError; the line itself never appears in it, for it may hold a secret. */
export function parseRequest(line: string, words: Words): Request {
  const request = parsed(line);
  if (request === null || !isCommand(request['command'])) {
    throw new UsageError(shown(request?.['command']), words.say('usage.request', { example: EXAMPLE }));
  }
  return checked(request, words);
}

/** A request that a command line or a request line made. @throws UsageError */
export function checked(request: Readonly<Record<string, unknown>>, words: Words): Request {
  const rows = { ...COMMON, ...FIELDS[request['command'] as CommandName] };
  for (const [name, check] of Object.entries(rows)) {
    const value = request[name];
    if (value === undefined ? check.needed === true : !check.fits(value)) {
      throw new UsageError(value === undefined || name === 'secret' ? name : `${name}: ${shown(value)}`, words.say('usage.choice', { option: name, allowed: check.allowed }));
    }
  }
  const stranger = Object.keys(request).find((name) => !Object.hasOwn(rows, name));
  if (stranger !== undefined) throw new UsageError(stranger, words.say('usage.choice', { option: String(request['command']), allowed: Object.keys(rows).join(', ') }));
  return request as unknown as Request;
}

const shown = (value: unknown): string => (value === undefined ? 'JSON' : JSON.stringify(value).slice(0, 60));

export const profileOf = (request: Request): string => request.profile ?? DEFAULT_PROFILE;

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

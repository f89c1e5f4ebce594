// Everything that an administrator or the user may set, one row each. Policy, Get-/Set-M2KSyncOption, the administrative templates (deploy/admx) and
// docs/admin.md are all made from or checked against this table.
import { INTERVALS } from './schedule.js';
import type { Schedule } from './schedule.js';
import { ATTENDEES, BUSY_ONLY, DIRECTIONS, LANGUAGES, LOG_LEVELS, PRESETS, SCOPES, START_OUTLOOK, UPDATES } from './settings.js';
import type { Settings } from './settings.js';

export type OptionValue = string | number | boolean | readonly string[];

/** How a value is kept in the registry and shown in an editor. Flags are REG_DWORD 0 and 1, minutes REG_DWORD, all else REG_SZ; lists are parted by commas. */
export type OptionType =
  | { readonly kind: 'text'; readonly example: string; readonly fits: (text: string) => boolean }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'minutes'; readonly values: readonly number[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'list'; readonly values: readonly string[] };

export interface OptionRow {
  /** The registry's value and the cmdlet's -Name. */
  readonly name: string;
  /** Where the user's own value is kept. `collections`: each collection has its own; policy lays one over all. */
  readonly of: 'account' | 'settings' | 'schedule' | 'collections';
  readonly key: string;
  readonly type: OptionType;
  /** How the user sets it: Set-M2KSyncOption, Connect-M2KSync (which tries it first), Set-M2KSyncCollection (one by one); or not at all. */
  readonly set: 'option' | 'connect' | 'collection' | 'policy';
  /** What holds where nobody says anything; null: nothing does, or it is asked for. */
  readonly builtIn: OptionValue | null;
}

const filled = (text: string): boolean => text.trim() !== '';
const isUrl = (text: string): boolean => URL.canParse(text) && /^https?:/i.test(text);
const text = (example: string, fits: (text: string) => boolean = filled): OptionType => ({ kind: 'text', example, fits });
const choice = (values: readonly string[]): OptionType => ({ kind: 'choice', values });
const flag: OptionType = { kind: 'flag' };

export const OPTIONS = [
  { name: 'MailHost', of: 'account', key: 'host', set: 'connect', type: text('mail.example.com'), builtIn: null },
  { name: 'AddressTemplate', of: 'settings', key: 'addressTemplate', set: 'policy', type: text('%USERNAME%@example.com', (value) => /^[^\s@]+@[^\s@]+$/.test(value)), builtIn: null },
  { name: 'Preset', of: 'account', key: 'preset', set: 'connect', type: choice(PRESETS), builtIn: 'mail2000' },
  { name: 'CalDavUrl', of: 'account', key: 'caldavUrl', set: 'connect', type: text('https://mail.example.com/caldav/'), builtIn: null },
  { name: 'CardDavUrl', of: 'account', key: 'carddavUrl', set: 'connect', type: text('https://mail.example.com/carddav/'), builtIn: null },
  { name: 'AllowHttp', of: 'account', key: 'allowHttp', set: 'connect', type: flag, builtIn: false },
  { name: 'CertificateSha256', of: 'account', key: 'certificateSha256', set: 'option', type: text('64 hexadecimal digits', (value) => /^([0-9a-f]{2}:?){32}$/i.test(value)), builtIn: null },
  { name: 'Proxy', of: 'account', key: 'proxy', set: 'option', type: text('system, none, http://proxy:8080', (value) => /^(system|none|direct)$/i.test(value) || isUrl(value)), builtIn: 'system' },
  { name: 'Language', of: 'settings', key: 'language', set: 'option', type: choice(LANGUAGES), builtIn: null },
  { name: 'IntervalMinutes', of: 'schedule', key: 'intervalMinutes', set: 'option', type: { kind: 'minutes', values: INTERVALS }, builtIn: 15 },
  { name: 'AtLogOn', of: 'schedule', key: 'atLogOn', set: 'option', type: flag, builtIn: true },
  { name: 'StartOutlook', of: 'settings', key: 'startOutlook', set: 'option', type: choice(START_OUTLOOK), builtIn: 'never' },
  { name: 'Tray', of: 'settings', key: 'tray', set: 'option', type: flag, builtIn: true },
  { name: 'Updates', of: 'settings', key: 'updates', set: 'policy', type: choice(UPDATES), builtIn: 'user' },
  { name: 'LogLevel', of: 'settings', key: 'logLevel', set: 'option', type: choice(LOG_LEVELS), builtIn: 'info' },
  { name: 'ReadOnly', of: 'collections', key: 'readOnly', set: 'policy', type: flag, builtIn: false },
  { name: 'CalendarDirection', of: 'collections', key: 'calendarDirection', set: 'collection', type: choice(DIRECTIONS), builtIn: null },
  { name: 'ContactDirection', of: 'collections', key: 'contactDirection', set: 'collection', type: choice(DIRECTIONS), builtIn: null },
  { name: 'Scopes', of: 'collections', key: 'scopes', set: 'policy', type: { kind: 'list', values: SCOPES }, builtIn: SCOPES },
  { name: 'Attendees', of: 'collections', key: 'attendees', set: 'collection', type: choice(ATTENDEES), builtIn: null },
  { name: 'BusyOnly', of: 'collections', key: 'busyOnly', set: 'collection', type: choice(BUSY_ONLY), builtIn: null },
] as const satisfies readonly OptionRow[];

export type OptionName = (typeof OPTIONS)[number]['name'];

export const optionRow = (name: string): OptionRow | undefined => OPTIONS.find((row) => row.name.toLowerCase() === name.toLowerCase());

/** The value's meaning; undefined when it has none. Takes the registry's spelling and a cmdlet's. */
export function readOption({ name, type }: OptionRow, value: OptionValue): OptionValue | undefined {
  switch (type.kind) {
    case 'text': return typeof value === 'string' && type.fits(value.trim()) ? spelled(name, value.trim()) : undefined;
    case 'choice': return type.values.find((one) => typeof value === 'string' && one.toLowerCase() === value.trim().toLowerCase());
    case 'minutes': return type.values.find((one) => one === value || String(one) === value);
    case 'flag': return value === true || value === 1 || (typeof value === 'string' && /^(1|true)$/i.test(value)) ? true : value === false || value === 0 || (typeof value === 'string' && /^(0|false)$/i.test(value)) ? false : undefined;
    case 'list': {
      const named = (typeof value === 'string' ? value.split(/[,;]/) : Array.isArray(value) ? value as readonly string[] : []).map((one) => one.trim()).filter(filled);
      const known = named.flatMap((one) => type.values.find((allowed) => allowed.toLowerCase() === one.toLowerCase()) ?? []);
      return named.length > 0 && known.length === named.length ? known : undefined;
    }
  }
}

/** Administrators say 'none' where the settings say 'direct'. */
const spelled = (name: string, value: string): string => (name === 'Proxy' && /^(none|direct)$/i.test(value) ? 'direct' : name === 'Proxy' && /^system$/i.test(value) ? 'system' : value);

/** For people: what may stand there. */
export function allowedFor({ type }: OptionRow): string {
  switch (type.kind) {
    case 'text': return type.example;
    case 'flag': return '0, 1';
    case 'choice': case 'minutes': case 'list': return type.values.join(', ');
  }
}

export const optionText = (value: OptionValue): string => (Array.isArray(value) ? value.join(', ') : String(value));

/** The user's own value of a row; undefined where he has none, or each collection has its own. */
export function ownValue({ of, key }: OptionRow, own: { readonly settings: Settings; readonly schedule: Schedule }): OptionValue | undefined {
  const places: Readonly<Record<OptionRow['of'], object | undefined>> = { account: own.settings.account, settings: own.settings, schedule: own.schedule, collections: undefined };
  return (places[of] as Readonly<Record<string, OptionValue | undefined>> | undefined)?.[key];
}

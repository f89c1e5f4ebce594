// What administrators have decided, laid over what the user chose (desk-rules.md 16): policy of the machine, of the user, the user's own setting, the
// machine's default, ours. Pure; the values come from the registry through the host.
import { M2KError } from '../errors.js';
import { LANGUAGES, PRESETS } from './settings.js';
import type { Account, Settings } from './settings.js';

/** One value as the registry keeps it: REG_SZ or REG_DWORD. */
export interface PolicyValue {
  readonly from: 'machinePolicy' | 'userPolicy' | 'machineDefault';
  readonly name: string;
  readonly value: string | number;
}

export interface UnderPolicy {
  readonly settings: Settings;
  /** Names of the policies that are in force: the user cannot change what they decide. */
  readonly managed: readonly string[];
}

interface Row {
  readonly name: string;
  /** What may stand there, for people. */
  readonly allowed: string;
  /** The value's meaning; undefined when it has none. */
  readonly read: (value: string | number) => unknown;
  readonly of: 'account' | 'settings';
  readonly key: keyof Account | 'language';
}

const oneOf = (names: readonly string[]) => (value: string | number): unknown => names.find((name) => name === value);
const text = (value: string | number): unknown => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);
const url = (value: string | number): string | undefined => (typeof value === 'string' && URL.canParse(value) && /^https?:/i.test(value) ? value : undefined);
const flag = (value: string | number): unknown => (value === 0 || value === 1 ? value === 1 : undefined);

/** The names are those of the administrative templates. */
const ROWS: readonly Row[] = [
  { name: 'MailHost', of: 'account', key: 'host', allowed: 'mail.example.com', read: text },
  { name: 'Preset', of: 'account', key: 'preset', allowed: PRESETS.join(', '), read: oneOf(PRESETS) },
  { name: 'CalDavUrl', of: 'account', key: 'caldavUrl', allowed: 'https://...', read: text },
  { name: 'CardDavUrl', of: 'account', key: 'carddavUrl', allowed: 'https://...', read: text },
  { name: 'AllowHttp', of: 'account', key: 'allowHttp', allowed: '0, 1', read: flag },
  { name: 'Language', of: 'settings', key: 'language', allowed: LANGUAGES.join(', '), read: oneOf(LANGUAGES) },
  { name: 'Proxy', of: 'account', key: 'proxy', allowed: 'system, none, http://proxy:8080', read: (value) => (value === 'system' ? value : value === 'none' ? 'direct' : url(value)) },
];

interface Decided {
  readonly row: Row;
  readonly value: unknown;
  /** A default gives way to what the user chose. */
  readonly binds: boolean;
}

/**
 * @param values in any order; names without regard to case, those of other parts of the product are passed over
 * @throws M2KError Settings policy-value: a value with no meaning stops, it is never replaced by a default
 */
function decided(values: readonly PolicyValue[]): readonly Decided[] {
  return ROWS.flatMap((row): readonly Decided[] => {
    const found = (['machinePolicy', 'userPolicy', 'machineDefault'] as const)
      .flatMap((from) => values.filter((value) => value.from === from && value.name.toLowerCase() === row.name.toLowerCase()))[0];
    if (found === undefined) return [];
    const value = row.read(found.value);
    if (value === undefined) throw new M2KError('Settings', { reason: 'policy-value', key: row.name, allowed: row.allowed });
    return [{ row, value, binds: found.from !== 'machineDefault' }];
  });
}

/** @throws M2KError Settings policy-value */
export function underPolicy(settings: Settings, values: readonly PolicyValue[]): UnderPolicy {
  const all = decided(values);
  const laidOver = <Held extends object>(of: Row['of'], held: Held): Held =>
    ({ ...held, ...Object.fromEntries(all.filter(({ row, binds }) => row.of === of && (binds || (held as Record<string, unknown>)[row.key] === undefined)).map(({ row, value }) => [row.key, value])) });
  const { account } = settings;
  return {
    settings: { ...laidOver('settings', settings), ...(account === undefined ? {} : { account: laidOver('account', account) }) },
    managed: all.filter(({ binds }) => binds).map(({ row }) => row.name),
  };
}

/** For who connects: nothing may be asked for that policy decides otherwise. @throws M2KError PolicyBlocked managed, Settings policy-value */
export function assertAllowed(account: Account, values: readonly PolicyValue[]): void {
  for (const { row, value, binds } of decided(values)) {
    if (row.of !== 'account' || !binds) continue;
    const wanted = account[row.key as keyof Account];
    if (wanted !== undefined && wanted !== value) throw new M2KError('PolicyBlocked', { reason: 'managed', key: row.name, allowed: String(value) });
  }
}

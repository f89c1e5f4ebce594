// What administrators have decided, laid over what the user chose (desk-rules.md 16): policy of the machine, of the user, the user's own setting, the
// machine's default, ours. Pure; the values come from the registry through the host.
import { M2KError } from '../errors.js';
import { OPTIONS, allowedFor, optionText, readOption } from './options.js';
import type { OptionName, OptionRow, OptionValue } from './options.js';
import type { Schedule } from './schedule.js';
import type { Account, CollectionSettings, Settings } from './settings.js';

/** One value as the registry keeps it: REG_SZ or REG_DWORD. */
export interface PolicyValue {
  readonly from: 'machinePolicy' | 'userPolicy' | 'machineDefault';
  readonly name: string;
  readonly value: string | number;
}

export interface UnderPolicy {
  readonly settings: Settings;
  /** Names of the policies that are in force: the user cannot change what they decide. */
  readonly managed: readonly OptionName[];
}

export interface Decided {
  readonly row: OptionRow & { readonly name: OptionName };
  readonly value: OptionValue;
  readonly from: PolicyValue['from'];
  /** A default gives way to what the user chose. */
  readonly binds: boolean;
}

const PLACES = ['machinePolicy', 'userPolicy', 'machineDefault'] as const;

/**
 * @param values in any order; names without regard to case, those of other parts of the product are passed over
 * @throws M2KError Settings policy-value: a value with no meaning stops, it is never replaced by a default
 */
export function decided(values: readonly PolicyValue[]): readonly Decided[] {
  return OPTIONS.flatMap((row): readonly Decided[] => {
    // A collection's own choice is always there: a default could never come to be.
    const places = row.of === 'collections' ? PLACES.slice(0, 2) : PLACES;
    const found = places.flatMap((from) => values.filter((value) => value.from === from && value.name.toLowerCase() === row.name.toLowerCase()))[0];
    if (found === undefined) return [];
    const value = readOption(row, found.value);
    if (value === undefined) throw new M2KError('Settings', { reason: 'policy-value', key: row.name, allowed: allowedFor(row) });
    return [{ row, value, from: found.from, binds: found.from !== 'machineDefault' }];
  });
}

function laidOver<Held extends object>(all: readonly Decided[], of: OptionRow['of'], held: Held): Held {
  const holds = all.filter(({ row, binds }) => row.of === of && (binds || (held as Record<string, unknown>)[row.key] === undefined));
  return { ...held, ...Object.fromEntries(holds.map(({ row, value }) => [row.key, value])) };
}

/** @throws M2KError Settings policy-value */
export function underPolicy(settings: Settings, values: readonly PolicyValue[]): UnderPolicy {
  const all = decided(values), { account } = settings;
  const bound = laidOver<Partial<CollectionRules>>(all, 'collections', {});
  const collections = Object.fromEntries(Object.entries(settings.collections).map(([id, collection]) => [id, ruled(collection, bound)]));
  return {
    settings: { ...laidOver(all, 'settings', settings), collections, ...(account === undefined ? {} : { account: laidOver(all, 'account', account) }) },
    managed: all.filter(({ binds }) => binds).map(({ row }) => row.name),
  };
}

export const scheduleUnder = (schedule: Schedule, values: readonly PolicyValue[]): Schedule => laidOver(decided(values), 'schedule', schedule);

/** The keys of the rows of `collections`. */
interface CollectionRules {
  readonly readOnly: boolean;
  readonly calendarDirection: CollectionSettings['direction'];
  readonly contactDirection: CollectionSettings['direction'];
  readonly scopes: readonly CollectionSettings['scope'][];
  readonly attendees: NonNullable<CollectionSettings['attendees']>;
  readonly busyOnly: NonNullable<CollectionSettings['busyOnly']>;
}

function ruled(collection: CollectionSettings, { readOnly, calendarDirection, contactDirection, scopes, attendees, busyOnly }: Partial<CollectionRules>): CollectionSettings {
  const direction = readOnly === true ? 'toOutlook' : collection.kind === 'event' ? calendarDirection : contactDirection;
  return {
    ...collection,
    enabled: collection.enabled && (scopes?.includes(collection.scope) ?? true),
    ...(direction === undefined ? {} : { direction }),
    ...(collection.kind === 'event' && attendees !== undefined ? { attendees } : {}), ...(collection.kind === 'event' && busyOnly !== undefined ? { busyOnly } : {}),
  };
}

/** For who connects: nothing may be asked for that policy decides otherwise. @throws M2KError PolicyBlocked managed, Settings policy-value */
export function assertAllowed(account: Account, values: readonly PolicyValue[]): void {
  for (const { row, value, binds } of decided(values)) {
    if (row.of !== 'account' || !binds) continue;
    const wanted = account[row.key as keyof Account];
    if (wanted !== undefined && wanted !== value) throw managed(row, value);
  }
}

/** @throws M2KError PolicyBlocked managed-option when policy decides one of them */
export function assertFree(names: readonly string[], values: readonly PolicyValue[]): void {
  for (const { row, value, binds } of decided(values)) if (binds && names.includes(row.name)) throw managed(row, value, 'managed-option');
}

/** What of a collection's choices policy decides otherwise. @throws M2KError PolicyBlocked managed-option */
export function assertChoosable(after: CollectionSettings, values: readonly PolicyValue[]): void {
  const all = decided(values), bound = ruled(after, laidOver<Partial<CollectionRules>>(all, 'collections', {}));
  const differs = (['enabled', 'direction', 'attendees', 'busyOnly'] as const).find((key) => bound[key] !== after[key]);
  if (differs === undefined) return;
  const row = all.find(({ row: { name } }) => DECIDES[differs].includes(name) && !(name === 'CalendarDirection' && after.kind !== 'event') && !(name === 'ContactDirection' && after.kind !== 'contact'));
  if (row !== undefined) throw managed(row.row, row.value, 'managed-option');
}

/** Whether the user may choose the direction of a collection of that kind. */
export const decidesDirection = (kind: CollectionSettings['kind'], values: readonly PolicyValue[]): boolean =>
  decided(values).some(({ row, value, binds }) => binds && ((row.name === 'ReadOnly' && value === true) || row.name === (kind === 'event' ? 'CalendarDirection' : 'ContactDirection')));

const DECIDES: Readonly<Record<'enabled' | 'direction' | 'attendees' | 'busyOnly', readonly OptionName[]>> = {
  enabled: ['Scopes'], direction: ['ReadOnly', 'CalendarDirection', 'ContactDirection'], attendees: ['Attendees'], busyOnly: ['BusyOnly'],
};

const managed = ({ name }: OptionRow, value: OptionValue, reason: 'managed' | 'managed-option' = 'managed'): M2KError =>
  new M2KError('PolicyBlocked', { reason, key: name, allowed: optionText(value) });

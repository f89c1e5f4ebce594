// What a side is expected to hold by the base: `narrow` of the agreed values, and its habits (rules.md 1, 4).
import { canonicalText, equal } from '../model/canonical.js';
import { fieldSpecs } from '../model/field-specs.js';
import type { Kind, SideName } from '../model/ids.js';
import type { FieldName, Fields } from '../model/item.js';
import type { Side } from '../side/side.js';
import { CODEC_VERSION } from '../state/state.js';
import type { Base } from '../state/state.js';

type Values = Readonly<Record<string, unknown>>;

export const fieldNamesOf = <K extends Kind>(kind: K): readonly FieldName<K>[] => Object.keys(fieldSpecs(kind)) as FieldName<K>[];

/** Base values that may be trusted: none of another codec version. */
export const trusted = <K extends Kind>(base: Base<K>): Partial<Fields<K>> => (base.codec === CODEC_VERSION ? base.fields : {});

/** Some field has no base value: both sides must be read, and nothing in that field is an edit. */
export const isBaseless = <K extends Kind>(base: Base<K>): boolean => fieldNamesOf(base.kind).some((name) => !(name in trusted(base)));

/** Every field of the model, taken from the base where it has a value. */
export function filled<K extends Kind>(kind: K, fields: Partial<Fields<K>>): Fields<K> {
  const specs = fieldSpecs(kind) as unknown as Readonly<Record<string, { readonly empty: unknown }>>;
  return Object.fromEntries(fieldNamesOf(kind).map((name) => [name, name in fields ? (fields as Values)[name] : specs[name]?.empty])) as unknown as Fields<K>;
}

/** What a side shows of a value, without the elements of agreed lists that it was seen to drop: their absence is nobody's deletion. */
export function narrowOf<K extends Kind>(base: Base<K>, side: Side<K>): (fields: Fields<K>) => Fields<K> {
  const lists = Object.entries(base[side.name].habits).filter((entry): entry is [string, readonly unknown[]] => Array.isArray(entry[1]));
  if (lists.length === 0) return (fields) => side.narrow(fields);
  const texts = (list: unknown): readonly string[] => (list as readonly unknown[]).map(canonicalText);
  const all = side.narrow(filled(base.kind, trusted(base))) as unknown as Values;
  const dropped = lists.map(([name, habit]) => {
    const held = texts(all[name]), kept = texts(habit);
    // Elements that the side makes others of are no more than that.
    return [name, new Set(kept.every((text) => held.includes(text)) ? held.filter((text) => !kept.includes(text)) : [])] as const;
  });
  return (fields) => {
    const shown = side.narrow(fields), list = (name: string): readonly unknown[] => (shown as unknown as Values)[name] as readonly unknown[];
    return { ...shown, ...Object.fromEntries(dropped.map(([name, lost]) => [name, list(name).filter((element) => !lost.has(canonicalText(element)))])) };
  };
}

export function expected<K extends Kind>(base: Base<K>, side: Side<K>): Fields<K> {
  return { ...side.narrow(filled(base.kind, trusted(base))), ...(base[side.name].habits as Partial<Fields<K>>) };
}

/** Fields in which `now` differs from what this side is expected to hold; a field without a base value never does. */
export function editedFields<K extends Kind>(base: Base<K>, side: Side<K>, now: Fields<K>): ReadonlySet<FieldName<K>> {
  const known = trusted(base), before = expected(base, side);
  return new Set(fieldNamesOf(base.kind).filter((name) => name in known && !equal(before[name], now[name])));
}

/** Fields of `target` that must be written for the side to hold `agreed`. A habit is left alone while the agreed value stays. */
export function unmet<K extends Kind>(agreed: Fields<K>, target: { readonly side: Side<K>; readonly now: Fields<K>; readonly base: Base<K> | null }): readonly FieldName<K>[] {
  const wanted = target.side.narrow(agreed), habits = target.base?.[target.side.name].habits ?? {}, known: Values = target.base ? trusted(target.base) : {};
  return fieldNamesOf(target.side.kind).filter((name) => {
    if (equal(wanted[name], target.now[name])) return false;
    return !(name in habits && equal(habits[name], target.now[name]) && equal(known[name], agreed[name]));
  });
}

export const sideNames: readonly SideName[] = ['outlook', 'server'];

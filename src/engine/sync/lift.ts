// From what a narrow side shows to the rich value that both sides agree on: what the side cannot hold is kept from the base.
import { canonicalText, equal } from '../model/canonical.js';

/** Narrows one field's value as its side does. */
export type Narrow = (value: unknown) => unknown;
export type MergeKind = 'whole' | 'list' | 'record';
type Values = Readonly<Record<string, unknown>>;

/** The agreed value after one side, which can only hold `narrow` of it, came to show `seen`. */
export function lift(kind: MergeKind, base: unknown, side: { readonly seen: unknown; readonly narrow: Narrow }): unknown {
  if (equal(side.narrow(base), side.seen)) return base;
  if (kind === 'list') return liftList(base as readonly unknown[], side.seen as readonly unknown[], side.narrow);
  if (kind === 'record') return liftRecord(base as Values, side.seen as Values, side.narrow);
  return side.seen;
}

/** Elements of the base that the side shows, by the text it shows them as. */
function shown(base: readonly unknown[], narrow: Narrow): ReadonlyMap<string, unknown> {
  const visible = new Set((narrow(base) as readonly unknown[]).map(canonicalText));
  const pairs = base.flatMap((element) => {
    const [alone] = narrow([element]) as readonly unknown[];
    const text = canonicalText(alone);
    return alone !== undefined && visible.has(text) ? [[text, element] as const] : [];
  });
  return new Map(pairs.reverse());
}

function liftList(base: readonly unknown[], seen: readonly unknown[], narrow: Narrow): readonly unknown[] {
  const visible = shown(base, narrow);
  const kept = new Set(visible.values());
  return [...seen.map((element) => visible.get(canonicalText(element)) ?? element), ...base.filter((element) => !kept.has(element))];
}

const liftRecord = (base: Values, seen: Values, narrow: Narrow): Values => liftKeys({ base, visible: narrow(base) as Values, seen }, NESTED);

/** A record's values may be records of fields themselves (exceptions: occurrence, its changes, their fields): each field is lifted alone. */
const NESTED = 2;

const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

function liftKeys({ base, visible, seen }: Readonly<Record<'base' | 'visible' | 'seen', Values>>, depth: number): Values {
  const lifted = (key: string, value: unknown): unknown => {
    const [from, as] = [base[key], visible[key]];
    if (equal(as, value)) return from;
    return depth > 0 && isRecord(from) && isRecord(as) && isRecord(value) ? liftKeys({ base: from, visible: as, seen: value }, depth - 1) : value;
  };
  const hidden = Object.entries(base).filter(([key]) => visible[key] === undefined);
  return Object.fromEntries([
    ...hidden,
    // What a side shows of itself, and the base does not hold, stays out of it: occurrences that Outlook has beyond the rule.
    ...Object.entries(seen).map(([key, value]) => [key, lifted(key, value)] as const).filter(([, value]) => value !== undefined),
  ]);
}

/** Both sides changed a list: the one side's additions and removals are done to the other's list. */
export function mergeLists(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): readonly unknown[] {
  const has = (list: readonly unknown[]): ReadonlySet<string> => new Set(list.map(canonicalText));
  const inBase = has(base), inMine = has(mine), inTheirs = has(theirs);
  const kept = theirs.filter((element) => inMine.has(canonicalText(element)) || !inBase.has(canonicalText(element)));
  return [...kept, ...mine.filter((element) => !inBase.has(canonicalText(element)) && !inTheirs.has(canonicalText(element)))];
}

/** Both sides changed a record: key by key; `winner` decides a key that both changed differently, and such keys are named. */
export function mergeRecords(
  base: Values, sides: { readonly mine: Values; readonly theirs: Values; readonly winner: 'mine' | 'theirs'; readonly yields?: (value: unknown) => boolean },
): { readonly merged: Values; readonly clashes: readonly string[] } {
  const { mine, theirs, winner, yields = (): boolean => false } = sides, clashes: string[] = [];
  const keys = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)]);
  const merged = [...keys].flatMap((key): readonly (readonly [string, unknown])[] => {
    const minesMoved = !equal(mine[key], base[key]), theirsMoved = !equal(theirs[key], base[key]);
    const gives = yields(mine[key]) !== yields(theirs[key]) && mine[key] !== undefined && theirs[key] !== undefined;
    if (minesMoved && theirsMoved && !gives && !equal(mine[key], theirs[key])) clashes.push(key);
    const value = minesMoved && theirsMoved ? (gives ? (yields(mine[key]) ? theirs : mine) : sides[winner])[key] : minesMoved ? mine[key] : theirs[key];
    return value === undefined ? [] : [[key, value]];
  });
  return { merged: Object.fromEntries(merged), clashes };
}

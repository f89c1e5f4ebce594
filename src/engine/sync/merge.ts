// Three-way merge of one pairing, by group of fields (rules.md 1, 4, 20): pure. Knows fields only by their specs.
import { equal } from '../model/canonical.js';
import { fieldSpecs, unfitGroup, withFiledOccurrences } from '../model/field-specs.js';
import type { Kind, SideName } from '../model/ids.js';
import { other } from '../model/ids.js';
import type { FieldName, Fields, FieldSpec } from '../model/item.js';
import { lift, mergeLists, mergeRecords } from './lift.js';
import type { Narrow } from './lift.js';

type Values = Readonly<Record<string, unknown>>;

export interface MergeSide<K extends Kind> {
  readonly fields: Fields<K>;
  /** Fields that this side changed since both agreed; never one that an open intent is rewriting. */
  readonly edited: ReadonlySet<FieldName<K>>;
  readonly narrow: (fields: Fields<K>) => Fields<K>;
}

export interface MergeInput<K extends Kind> {
  readonly kind: K;
  /** The agreed values; a field that is missing has no base value (rules.md 1). */
  readonly base: Partial<Fields<K>>;
  readonly sides: Readonly<Record<SideName, MergeSide<K>>>;
  /** Who wins what cannot be merged. */
  readonly winner: SideName;
  /** Only this side's edits count: the other follows (one-way links, and undoing for want of a right). */
  readonly leader?: SideName;
  /** The follower's values are not cleared by the leader's empty ones: the item was born there (rules.md 18). */
  readonly keeps?: boolean;
}

export interface Merged<K extends Kind> {
  readonly agreed: Fields<K>;
  readonly lost: Readonly<Record<SideName, readonly FieldName<K>[]>>;
}

interface Decided { readonly value: unknown; readonly lost?: SideName }

/** One field with all that deciding it needs. */
interface Case {
  readonly spec: FieldSpec<unknown>;
  readonly has: boolean;
  readonly base: unknown;
  readonly seen: Readonly<Record<SideName, unknown>>;
  readonly edited: Readonly<Record<SideName, boolean>>;
  readonly narrow: Readonly<Record<SideName, Narrow>>;
  /** As `narrow`, beside the base values: which keys of a record a side could not show depends on the fields of its group. */
  readonly showed: Readonly<Record<SideName, Narrow>>;
  readonly winner: SideName;
}

export function merge<K extends Kind>(input: MergeInput<K>): Merged<K> {
  const specs = fieldSpecs(input.kind) as unknown as Readonly<Record<string, FieldSpec<unknown>>>;
  const agreed: Record<string, unknown> = {};
  const lost: Record<SideName, string[]> = { outlook: [], server: [] };
  const settle = (group: readonly string[], byPolicy: boolean): void => {
    const cases = group.map((name) => caseOf(input, name, specs));
    const clash = cases.length > 1 && (byPolicy || bothMoved(cases));
    group.forEach((name, index) => {
      const one = cases[index] as Case;
      const decided = input.leader !== undefined ? follow(one, input.leader, input.keeps === true && cases.length === 1) : clash ? yieldTo(one, input.winner) : decide(one);
      agreed[name] = decided.value;
      if (decided.lost !== undefined) lost[decided.lost].push(name);
    });
  };
  const groups = groupsOf(specs);
  for (const group of groups) settle(group, false);
  const unfit = unfitGroup(input.kind, agreed as unknown as Fields<K>);
  if (unfit !== null) settle(groups.find(([name = '']) => specs[name]?.group === unfit) ?? [], true);
  return { agreed: withFiledOccurrences(input.kind, input.base, agreed as unknown as Fields<K>), lost: lost as unknown as Merged<K>['lost'] };
}

function groupsOf(specs: Readonly<Record<string, FieldSpec<unknown>>>): readonly (readonly string[])[] {
  return [...Map.groupBy(Object.keys(specs), (name) => specs[name]?.group).values()];
}

function caseOf<K extends Kind>(input: MergeInput<K>, name: string, specs: Readonly<Record<string, FieldSpec<unknown>>>): Case {
  const spec = specs[name] as FieldSpec<unknown>, base = input.base as Values, { outlook, server } = input.sides;
  const value = (side: MergeSide<K>): unknown => (side.fields as unknown as Values)[name];
  const alone = (side: MergeSide<K>): Narrow => (held) => (side.narrow({ ...side.fields, [name]: held }) as unknown as Values)[name];
  const beside = (side: MergeSide<K>): Narrow => (held) => (side.narrow({ ...side.fields, ...input.base, [name]: held }) as unknown as Values)[name];
  return {
    spec, has: name in base, base: base[name], winner: input.winner,
    seen: { outlook: value(outlook), server: value(server) },
    edited: { outlook: outlook.edited.has(name as FieldName<K>), server: server.edited.has(name as FieldName<K>) },
    narrow: { outlook: alone(outlook), server: alone(server) }, showed: { outlook: beside(outlook), server: beside(server) },
  };
}

const lifted = (one: Case, side: SideName): unknown =>
  one.edited[side] ? lift(one.spec.merge, one.base, { seen: one.seen[side], narrow: (one.spec.merge === 'record' ? one.showed : one.narrow)[side] }) : one.base;

/**
 * Fields of one group that were changed on both sides, not to the same: decided together. Of a record in a group the keys count as one of
 * its fields; its values merge by key, unless the other side, which changed a field of the group, changed the keys as well.
 */
function bothMoved(cases: readonly Case[]): boolean {
  const wholes = cases.filter((one) => one.spec.merge === 'whole'), records = cases.filter((one) => one.has && one.spec.merge === 'record');
  if (wholes.some((one) => !one.has && unlike(one))) return true;
  const known = wholes.filter((one) => one.has);
  const moved = (side: SideName): boolean => known.some((one) => one.edited[side]);
  if (moved('outlook') && moved('server')) return known.some((one) => !agree(one, lifted(one, 'outlook'), lifted(one, 'server')));
  const keyed = (side: SideName): boolean => records.some((one) => one.edited[side] && !equal(keysOf(one.base), keysOf(lifted(one, side))));
  const across = (side: SideName): boolean => moved(other(side)) && records.some((one) => one.edited[side]) && (keyed(side) || keyed(other(side)));
  return across('outlook') || across('server');
}

const keysOf = (record: unknown): readonly string[] => Object.keys(record as Values).sort();

/** Neither side could tell the two values apart. */
const agree = (one: Case, a: unknown, b: unknown): boolean =>
  equal(one.narrow.outlook(a), one.narrow.outlook(b)) && equal(one.narrow.server(a), one.narrow.server(b));

const isEmpty = (one: Case, side: SideName): boolean =>
  equal(one.seen[side], one.spec.empty) || equal(one.seen[side], one.narrow[side](one.spec.empty));

/** Without a base value: do the two sides say different things, neither being empty? */
const unlike = (one: Case): boolean => rebased(one) === undefined;

/** The value of a field that has no base, where both sides can be taken to say the same or one is empty. */
function rebased(one: Case): Decided | undefined {
  const { outlook, server } = one.seen;
  if (equal(one.narrow.outlook(server), outlook)) return { value: server };
  if (equal(one.narrow.server(outlook), server)) return { value: outlook };
  if (isEmpty(one, 'server')) return { value: outlook };
  if (isEmpty(one, 'outlook')) return { value: server };
  return undefined;
}

function decide(one: Case): Decided {
  if (!one.has) return rebased(one) ?? union(one) ?? yieldTo(one, one.winner);
  if (!one.edited.server) return { value: lifted(one, 'outlook') };
  if (!one.edited.outlook) return { value: lifted(one, 'server') };
  return bothEdited(one);
}

/** Lists and records that never met are joined, not chosen between. */
function union(one: Case): Decided | undefined {
  const { outlook, server } = one.seen;
  if (one.spec.merge === 'list') return { value: byElement(one, [], { outlook: outlook as readonly unknown[], server: server as readonly unknown[] }) };
  if (one.spec.merge === 'record') return byKey(one, {}, { outlook: outlook as Values, server: server as Values });
  return undefined;
}

function bothEdited(one: Case): Decided {
  const outlook = lifted(one, 'outlook'), server = lifted(one, 'server');
  if (agree(one, outlook, server)) return { value: server };
  if (one.spec.merge === 'list') return { value: byElement(one, one.base as readonly unknown[], { outlook: outlook as readonly unknown[], server: server as readonly unknown[] }) };
  if (one.spec.merge === 'record') return byKey(one, one.base as Values, { outlook: outlook as Values, server: server as Values });
  return yieldTo(one, one.winner);
}

/** In the winner's order. */
const byElement = ({ winner }: Case, base: readonly unknown[], values: Readonly<Record<SideName, readonly unknown[]>>): readonly unknown[] =>
  mergeLists(base, values[other(winner)], values[winner]);

function byKey(one: Case, base: Values, values: Readonly<Record<SideName, Values>>): Decided {
  const { yields } = one.spec;
  const { merged, clashes } = mergeRecords(base, {
    mine: values.outlook, theirs: values.server, winner: one.winner === 'outlook' ? 'mine' : 'theirs', ...(yields === undefined ? {} : { yields }),
  });
  return clashes.length === 0 ? { value: merged } : { value: merged, lost: other(one.winner) };
}

/** The winner's value, whoever edited; the other side's is named as lost if it differed. */
function yieldTo(one: Case, winner: SideName): Decided {
  const value = one.has ? lifted(one, winner) : one.seen[winner];
  const loser = other(winner), theirs = one.has ? lifted(one, loser) : one.seen[loser];
  return agree(one, value, theirs) || (one.has && !one.edited[loser]) ? { value } : { value, lost: loser };
}

/** One side leads: what it cannot know (an empty value there) does not clear what the follower has without a base, or had first. */
function follow(one: Case, leader: SideName, keeps: boolean): Decided {
  if (one.has) return { value: keeps && isEmpty(one, leader) ? one.base : lifted(one, leader) };
  return isEmpty(one, leader) ? { value: one.seen[other(leader)] } : { value: one.seen[leader] };
}

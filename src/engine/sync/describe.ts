// Outcomes of actions as plain data for people and programs: pure.
import { consequenceOf, M2KError } from '../errors.js';
import { equal } from '../model/canonical.js';
import { fieldSpecs } from '../model/field-specs.js';
import type { FieldSpec } from '../model/item.js';
import { readable } from '../model/readable.js';
import type { Kind } from '../model/ids.js';
import type { Action, Write } from './action.js';
import { expected, sideNames } from './expected.js';
import type { Link } from './link.js';
import { EXIT } from './outcome.js';
import type { FieldChange, ItemOutcome, ItemResult, LinkOutcome } from './outcome.js';

function changes<K extends Kind>(write: Write<K>, action: Action<K> & { readonly kind: 'write' }, link: Link<K>): readonly FieldChange[] {
  if (write.kind === 'delete') return [];
  const before = write.before?.fields ?? (write.kind === 'update' && action.base !== null ? expected(action.base, link[write.side]) : undefined);
  const wanted = link[write.side].narrow(action.agreed);
  return write.fields.flatMap((field): readonly FieldChange[] => {
    const from = before?.[field];
    return equal(from, wanted[field]) || (before === undefined && readable(wanted[field]) === '') ? [] : [{ field, from: readable(from), to: readable(wanted[field]) }];
  });
}

/** null for actions that only move ids and versions: nobody needs to hear of them. */
export function outcomeOf<K extends Kind>(action: Action<K>, { link, result, error, habits = [] }: { readonly link: Link<K>; readonly result: ItemResult; readonly error?: unknown; readonly habits?: ItemOutcome['habits'] }): ItemOutcome | null {
  const unkept = unkeptIn(action);
  if (action.kind === 'note' && error === undefined && unkept.length > 0) return { ...plain(action, link), result, unkept };
  if (action.kind === 'note' || action.kind === 'forget') return error === undefined ? null : { ...plain(action, link), result: 'failed', ...facts(error) };
  if (action.kind === 'hold') return heldOutcome(action, link);
  if (action.kind === 'move') return { ...moveOutcome(action, link), result, ...(error === undefined ? {} : facts(error)) };
  const writes = action.writes.map((write) => ({ side: write.side, kind: write.kind, fields: [...write.fields], changes: changes(write, action, link) }));
  const undone = error === undefined ? undoneFor(action, link) : null;
  const missed = missedIn(action, link);
  const lost = action.losers.map(({ side, fields }) => ({ side, fields: [...fields] }));
  return { ...plain(action, link), writes, lost, result, ...(undone === null ? {} : { undone }), ...(missed.length === 0 ? {} : { missed }), ...(unkept.length === 0 ? {} : { unkept }), ...(habits.length === 0 ? {} : { habits }), ...(error === undefined ? {} : facts(error)) };
}

/** What a side that is written cannot hold at all, of the fields that people would look for there. */
function missedIn<K extends Kind>({ agreed, writes }: Action<K> & { readonly kind: 'write' }, link: Link<K>): NonNullable<ItemOutcome['missed']> {
  const specs = Object.entries(fieldSpecs(link.kind) as unknown as Readonly<Record<string, FieldSpec<unknown>>>).filter(([, { missed }]) => missed === true);
  return writes.filter(({ kind }) => kind !== 'delete').flatMap(({ side }) => {
    const held = link[side].narrow(agreed) as unknown as Readonly<Record<string, unknown>>, all = agreed as unknown as Readonly<Record<string, unknown>>;
    const fields = specs.filter(([name, { empty, merge }]) => merge === 'whole' && !equal(all[name], empty) && equal(held[name], empty)).map(([name]) => name);
    return [...(fields.length === 0 ? [] : [{ side, fields }]), ...specs.filter(([, { merge }]) => merge === 'list').flatMap(([name]) => {
      const what = elementsMissed(all[name] as readonly unknown[], { alone: (one) => link[side].narrow({ ...agreed, [name]: [one] }) as unknown as Readonly<Record<string, unknown>>, name });
      return what.length === 0 ? [] : [{ side, fields: [name], what }];
    })];
  });
}

/** Elements of a list that a side cannot hold in any form, as people read them. */
const elementsMissed = (list: readonly unknown[], { alone, name }: { readonly alone: (element: unknown) => Readonly<Record<string, unknown>>; readonly name: string }): readonly string[] =>
  list.filter((element) => (alone(element)[name] as readonly unknown[]).length === 0).map(readable);

/** Files that a side alone has and nobody was told of yet. */
function unkeptIn<K extends Kind>(action: Action<K>): NonNullable<ItemOutcome['unkept']> {
  if (action.kind !== 'note' && action.kind !== 'write') return [];
  return sideNames.flatMap((side) => {
    const now = (action.kind === 'note' ? action.next[side].unkept : action[side]?.unkept) ?? [], before = new Set(action.base?.[side].unkept ?? []);
    const names = now.filter((name) => !before.has(name));
    return names.length === 0 ? [] : [{ side, names }];
  });
}

/** Which missing right made us undo what the user did; null when it was the user's own choice of direction, or nothing was undone. */
function undoneFor<K extends Kind>({ cell, writes, losers }: Action<K> & { readonly kind: 'write' }, { rules }: Link<K>): 'add' | 'change' | 'remove' | null {
  const onOutlook = (kind: Write<K>['kind']): boolean => writes.some((write) => write.side === 'outlook' && write.kind === kind);
  const right = cell === 'stray' ? 'add' : cell.startsWith('gone,') && onOutlook('create') ? 'remove' : cell.startsWith('edited,') && onOutlook('update') && losers.some(({ side }) => side === 'outlook') ? 'change' : null;
  return right !== null && rules.rights.server[right] === false ? right : null;
}

function heldOutcome<K extends Kind>(action: Action<K> & { readonly kind: 'hold' }, link: Link<K>): ItemOutcome | null {
  const planned = action.held === undefined ? undefined : outcomeOf(action.held, { link, result: 'held' });
  if (planned === null) return null;
  return {
    ...(planned ?? plain(action, link)), result: 'held', code: 'Held', reason: action.why, ...(action.side === null ? {} : { side: action.side }),
    ...(action.error === undefined ? {} : facts(action.error)), ...(action.detail === undefined ? {} : { detail: action.detail }), ...(action.id === undefined ? {} : { id: action.id }),
  };
}

/** Taken back where it came from, or brought along. */
function moveOutcome<K extends Kind>(action: Action<K> & { readonly kind: 'move' }, link: Link<K>): ItemOutcome {
  const { titles: { from, to }, next } = action, lacks = next === null && link.rules.rights.server.add === false;
  return {
    ...plain(action, link), ...(next === null ? { movedBack: to } : {}), ...(lacks ? { undone: 'move' } : {}),
    writes: [{ side: 'outlook', kind: 'update', fields: ['folder'], changes: [{ field: 'folder', from, to }] }],
  };
}

const plain = <K extends Kind>(action: Action<K>, link: Link<K>): ItemOutcome => ({
  link: link.id, kind: link.kind, uid: action.uid, title: action.title, cell: action.cell, result: 'done', writes: [], lost: [],
});

function facts(error: unknown): Pick<ItemOutcome, 'code' | 'reason' | 'side' | 'field' | 'detail'> {
  if (!(error instanceof M2KError)) return { code: 'Bug', detail: error instanceof Error ? error.message : String(error) };
  const { reason, side, field, excerpt } = error.data;
  const detail = [field, excerpt].filter(Boolean).join(': ');
  return { code: error.code, ...(reason === undefined ? {} : { reason }), ...(side === undefined ? {} : { side }), ...(field === undefined ? {} : { field }), ...(detail === '' ? {} : { detail }) };
}

type LinkStop = LinkOutcome['stopped'][number];

export function stopOf(error: unknown): LinkStop {
  const { code, reason, detail, side } = facts(error);
  return { code: code ?? 'Bug', ...(reason === undefined ? {} : { reason }), ...(detail === undefined ? {} : { detail }), ...(side === undefined ? {} : { side }) };
}

/** Desk rule 6: credentials, then unavailable, then held, then failed items. */
export function exitCodeOf(links: readonly LinkOutcome[]): number {
  const codes = new Set(links.flatMap((link) => [...link.stopped.map((stop) => stop.code), ...link.items.flatMap((item) => (item.result === 'failed' || item.result === 'held' ? [item.result] : []))]));
  if (codes.has('Bug') || codes.has('StateBroken')) return EXIT.bug;
  if (codes.has('Unauthorized')) return EXIT.unauthorized;
  if (codes.has('Unavailable') || codes.has('Busy')) return EXIT.unavailable;
  if (codes.has('Cancelled')) return EXIT.cancelled;
  if (codes.has('PolicyBlocked') || codes.has('Settings')) return EXIT.usage;
  if (codes.has('LockHeld')) return EXIT.lockHeld;
  if (codes.has('Held')) return EXIT.held;
  return codes.size > 0 ? EXIT.someFailed : EXIT.inStep;
}

/** After which failures the rest of the run is not tried. */
export const endsRun = (error: unknown): boolean => ['end run', 'stop and tell'].includes(consequenceOf(error));

/** After which failures of one link nothing is written to the others either; a server that stops answering leaves what was read of it true. */
export const forbidsWriting = (error: unknown): boolean =>
  consequenceOf(error) === 'stop and tell' || (error instanceof M2KError && error.code === 'Cancelled');

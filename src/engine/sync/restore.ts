// What the user wants back becomes an action of the same plan, and so is written, remembered and undoable as any other (rules.md 30): pure.
import { equal } from '../model/canonical.js';
import type { Kind, SideName, Uid } from '../model/ids.js';
import type { FieldName, Fields } from '../model/item.js';
import { titleOf } from '../model/title.js';
import type { Found } from '../side/side.js';
import type { KeptImage } from '../state/state.js';
import type { Action, Plan, Write } from './action.js';
import { expected, fieldNamesOf, filled, narrowOf, sideNames, trusted, unmet } from './expected.js';
import { linkFor } from './link.js';
import { merge } from './merge.js';
import type { RunOutcome } from './outcome.js';
import { markFor } from './plan-fresh.js';
import type { FreshContext } from './plan-fresh.js';
import { barredIn, foundIn, rightsUnknown, updateOf } from './plan-pair.js';
import type { Difference, PairView } from './view.js';

/** The pre-images of one item that are to come back together. */
export interface Wish {
  readonly link: string;
  readonly uid: Uid;
  /** Oldest first. */
  readonly images: readonly KeptImage[];
  /** Its own UID or name was refused: it comes back under another. */
  readonly newUid?: true;
}

export interface Restoring<K extends Kind> {
  readonly difference: Difference<K>;
  readonly context: FreshContext<K>;
  readonly wishes: readonly Wish[];
}

type Images = Readonly<Partial<Record<SideName, KeptImage>>>;
type Values = Readonly<Record<string, unknown>>;

/** The plan with the wishes of its link in it; whatever else was to be done to those items waits for the next run. */
export function withRestored<K extends Kind>(plan: Plan<K>, { difference, context, wishes }: Restoring<K>): Plan<K> {
  const own = wishes.filter(({ link }) => link === plan.link);
  if (own.length === 0) return plan;
  const wished = new Set(own.map(({ uid }) => uid));
  return { ...plan, actions: [...own.flatMap((wish) => restored(wish, difference, context)), ...plan.actions.filter(({ uid }) => uid === null || !wished.has(uid))] };
}

/** None: the item is as it was. */
function restored<K extends Kind>(wish: Wish, difference: Difference<K>, context: FreshContext<K>): readonly Action<K>[] {
  const images = oldest(wish.images), view = difference.pairs.find(({ base }) => base.uid === wish.uid);
  const apart = view === undefined ? null : asOwnItems(view, images, context);
  if (apart !== null) return apart.map((one) => permitted(one, wish, context));
  const pair = view !== undefined && sideNames.some((side) => view[side].state !== 'gone') ? inPair(view, images, context) : undefined;
  const action = pair ?? (pair === null ? null : madeAgain(wish, { images, difference, context, view }));
  return action === null ? [] : [permitted(action, wish, context)];
}

function permitted<K extends Kind>(action: Action<K>, wish: Wish, context: FreshContext<K>): Action<K> {
  if (action.kind !== 'write') return action;
  const barred = barredIn(action.writes, context.link.rules);
  // The other side would undo it at once, or may not have it: it comes back as an item of the user's own.
  const possible = barred === null ? action : forTheUserAlone(action, context);
  return possible.kind === 'write' ? { ...possible, cell: 'restore', restores: wish.images.map(({ id }) => id) } : possible;
}

/** An edit of what Outlook only shows is none of the item: it comes back as items of the user's own. null: it was no such edit. */
function asOwnItems<K extends Kind>({ base }: PairView<K>, { outlook: image, server }: Images, context: FreshContext<K>): readonly Action<K>[] | null {
  const { link } = context, agreed = filled(base.kind, base.fields);
  if (image?.why !== 'lost' || server !== undefined || linkFor(link, agreed) === link) return null;
  return (link.outlook.apart?.(putBack(agreed, image), agreed) ?? []).map((fields): Action<K> => ({
    kind: 'write', cell: 'restore', base: null, uid: context.newUid(), title: titleOf(base.kind, fields), intent: null, agreed: fields, losers: [], outlook: null, server: null, mark: null,
    writes: (['server', 'outlook'] as const).map((side) => ({ side, kind: 'create', ref: null, fields: fieldNamesOf(base.kind) })),
  }));
}

function oldest(images: readonly KeptImage[]): Images {
  const of = (side: SideName): KeptImage | undefined => images.find((image) => image.side === side);
  return Object.fromEntries(sideNames.flatMap((side) => { const image = of(side); return image === undefined ? [] : [[side, image]]; }));
}

const first = (images: Images): KeptImage => {
  const image = images.server ?? images.outlook;
  if (image === undefined) throw new Error('a wish without an image');
  return image;
};

/** Only what the write changed, or what lost, is put back; later edits of other fields stay. */
const putBack = <K extends Kind>(now: Fields<K>, image: KeptImage): Fields<K> =>
  ({ ...now, ...Object.fromEntries(image.changed.filter((name) => name in image.fields).map((name) => [name, (image.fields as unknown as Values)[name]])) });

/** The item is known, and there on one side at least: what was is an edit of the side where it was, and wins. undefined: not to be decided now. */
function inPair<K extends Kind>(view: PairView<K>, images: Images, { link }: FreshContext<K>): Action<K> | null {
  const { base } = view, blocked = sideNames.find((side) => !['same', 'edited', 'gone'].includes(view[side].state));
  const common = { cell: 'restore', base, uid: base.uid, title: titleOf(base.kind, filled(base.kind, base.fields)), intent: view.intent };
  if (blocked !== undefined) {
    const one = view[blocked];
    return { ...common, kind: 'hold', why: one.state === 'unknown' ? one.why : 'absent-unproven', side: blocked, ids: [base[blocked].id] };
  }
  const now = (side: SideName): Fields<K> => foundIn(view[side])?.fields ?? expected(base, link[side]);
  const merging = (side: SideName): Parameters<typeof merge<K>>[0]['sides']['outlook'] => {
    const image = images[side], fields = image === undefined ? now(side) : putBack(now(side), image), before = expected(base, link[side]);
    return { fields, edited: new Set(fieldNamesOf(base.kind).filter((name) => !equal(before[name], fields[name]))), narrow: narrowOf(base, link[side]) };
  };
  const { agreed } = merge({ kind: base.kind, base: trusted(base), winner: first(images).side, sides: { outlook: merging('outlook'), server: merging('server') } });
  const writes = sideNames.flatMap((side) => (view[side].state === 'gone' ? [made(side, { kind: base.kind, images, parts: base[side].parts })] : updateOf(agreed, { side, link, view, now: now(side) }).map((write) => ({ ...write, ...fromOf(images[side]) }))));
  if (writes.length === 0) return null;
  return { ...common, kind: 'write', agreed, writes, losers: [], outlook: foundIn(view.outlook) ?? null, server: foundIn(view.server) ?? null, mark: null };
}

const fromOf = (image: KeptImage | undefined): Pick<Write, 'from'> => (image === undefined ? {} : { from: image.parts });

interface Making<K extends Kind> { readonly kind: K; readonly images: Images; readonly parts: Found<K>['parts'] }

function made<K extends Kind>(side: SideName, { kind, images, parts }: Making<K>): Write<K> {
  return { side, kind: 'create', ref: null, fields: fieldNamesOf(kind), over: images[side]?.parts ?? parts, revive: { id: images[side]?.trash ?? null } };
}

interface Gone<K extends Kind> { readonly images: Images; readonly difference: Difference<K>; readonly context: FreshContext<K>; readonly view: PairView<K> | undefined }

/** No pairing knows it: made again on both sides, or completed where one side has it. The server first, so that a half-made Outlook item is never a source. */
function madeAgain<K extends Kind>(wish: Wish, { images, difference, context, view }: Gone<K>): Action<K> | null {
  const { link } = context, image = first(images), { kind } = link;
  const there = (side: SideName): Found<K> | null => (wish.newUid === true ? null : difference.fresh[side].find(({ found }) => found.uid === wish.uid)?.found ?? null);
  const live = { outlook: there('outlook'), server: there('server') }, rich = asAgreed(image, context);
  const present = live.server ?? live.outlook, agreed = present === null ? rich : putBack(present.fields, { ...image, fields: rich });
  const writes = (['server', 'outlook'] as const).flatMap((side): readonly Write<K>[] => {
    const found = live[side];
    if (found === null) return [made(side, { kind, images, parts: side === image.side ? image.parts : image.before?.parts ?? [] })];
    const fields = unmet(agreed, { side: link[side], now: found.fields, base: null });
    return fields.length === 0 ? [] : [{ side, kind: 'update', ref: { id: found.id, version: found.version }, fields, before: found, ...fromOf(images[side]) }];
  });
  const uid = wish.newUid === true ? context.newUid() : wish.uid;
  return {
    kind: 'write', cell: 'restore', base: view?.base ?? null, uid, title: image.title, intent: view?.intent ?? null, agreed, writes, losers: [], ...live,
    mark: live.outlook === null ? null : markFor(live.outlook, uid),
  };
}

/** What both sides agreed on when it was deleted, as the deleted item showed it. */
function asAgreed<K extends Kind>(image: KeptImage, { link }: FreshContext<K>): Fields<K> {
  const fields = filled(link.kind, image.fields as unknown as Partial<Fields<K>>), base = image.before?.fields as unknown as Partial<Fields<K>> | undefined;
  if (base === undefined) return fields;
  const shown = (side: SideName): Fields<K> => link[side].narrow(filled(link.kind, base)), before = shown(image.side);
  const edited = new Set<FieldName<K>>(fieldNamesOf(link.kind).filter((name) => !equal(before[name], fields[name])));
  const of = (side: SideName): Parameters<typeof merge<K>>[0]['sides']['outlook'] =>
    ({ fields: side === image.side ? fields : shown(side), edited: side === image.side ? edited : new Set(), narrow: (held) => link[side].narrow(held) });
  return merge({ kind: link.kind, base, winner: image.side, leader: image.side, sides: { outlook: of('outlook'), server: of('server') } }).agreed;
}

/** Beside the one that follows the server: with a UID and a mark of its own, so that no rule takes it for a stray. */
function forTheUserAlone<K extends Kind>(action: Action<K> & { readonly kind: 'write' }, context: FreshContext<K>): Action<K> {
  const made = action.writes.find((write) => write.side === 'outlook' && write.kind === 'create');
  const write: Write<K> = made ?? { side: 'outlook', kind: 'create', ref: null, fields: fieldNamesOf(context.link.kind), over: [] };
  const barred = barredIn([write], context.link.rules);
  if (barred !== null) return rightsUnknown(action, barred.side);
  return { ...action, base: null, uid: context.newUid(), writes: [write], outlook: null, server: null, mark: null };
}

/** The wishes whose item could not be made under its own UID: to be wished for once more, under another. */
export function withoutUid(wishes: readonly Wish[], { links }: Pick<RunOutcome, 'links'>): readonly Wish[] {
  const refused = new Set(links.flatMap(({ items }) => items.flatMap((item) =>
    (item.result === 'failed' && item.cell === 'restore' && (item.code === 'AlreadyThere' || item.code === 'Refused') && item.writes.some(({ kind }) => kind === 'create') ? [`${item.link} ${item.uid ?? ''}`] : []))));
  return wishes.filter(({ link, uid, newUid }) => newUid !== true && refused.has(`${link} ${uid}`)).map((wish): Wish => ({ ...wish, newUid: true }));
}

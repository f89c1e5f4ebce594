// The base row after a write, or after nothing but ids and versions moved (rules.md 1, 4): pure.
import { equal } from '../model/canonical.js';
import { fieldSpecs } from '../model/field-specs.js';
import type { Kind, SideName } from '../model/ids.js';
import { UNKNOWN_VERSION } from '../model/ids.js';
import type { Fields } from '../model/item.js';
import type { Found, Side } from '../side/side.js';
import { CODEC_VERSION } from '../state/state.js';
import type { Base, BaseSide } from '../state/state.js';
import { fieldNamesOf, unmet } from './expected.js';
import type { Link } from './link.js';

/** Runs in a row after which a value that a side keeps rewriting is expected of it (rules.md 4). */
export const HABIT_RUNS = 3;

/** Outlook's parts are not kept: its pre-image is read before every write, its base values are the fields. */
export const seenSide = <K extends Kind>(name: SideName, found: Found<K>, before?: BaseSide): BaseSide => ({
  id: found.id, version: found.settling === true ? UNKNOWN_VERSION : found.version, parts: name === 'server' ? found.parts : [], habits: before?.habits ?? {}, rewrites: before?.rewrites ?? {}, ...(found.unkept === undefined ? {} : { unkept: found.unkept }),
});

/**
 * A side that was read and needs no write. Where it shows something else than the agreed value (a leading side that holds less than its
 * follower, a habit) that is what is expected of it from now on.
 */
export function shownSide<K extends Kind>(side: Side<K>, shown: { readonly agreed: Fields<K>; readonly found: Found<K>; readonly before: BaseSide | undefined }): BaseSide {
  const { agreed, found, before } = shown, off = unmet(agreed, { side, now: found.fields, base: null });
  return { ...seenSide(side.name, found, before), habits: Object.fromEntries(off.map((name) => [name, found.fields[name]])) };
}

interface Now<K extends Kind> {
  readonly fields: Fields<K>;
  readonly outlook: Found<K> | undefined;
  readonly server: Found<K> | undefined;
}

/** Both sides hold what `fields` narrows to; sides that were not read stay as they were known. Ends absence and put-away. */
export function nextBase<K extends Kind>(base: Base<K>, link: Pick<Link<K>, SideName>, now: Now<K>): Base<K> {
  const { absentSince: _absent, putAway: _away, ...rest } = base;
  const mark = now.outlook?.mark ?? base.mark;
  return {
    ...rest, fields: now.fields, codec: CODEC_VERSION,
    outlook: now.outlook === undefined ? base.outlook : shownSide(link.outlook, { agreed: now.fields, found: now.outlook, before: base.outlook }),
    server: now.server === undefined ? base.server : shownSide(link.server, { agreed: now.fields, found: now.server, before: base.server }),
    ...(mark === undefined ? {} : { mark }),
  };
}

/**
 * What is stored of the side that was written: what was sent, through its narrow. If it reads back anything else the version is unknown, so
 * that the next run looks again; a field read back otherwise in three runs without an edit opposite is that side's habit, and one that sides may drop
 * (files) is so at once: what was not kept was deleted by nobody.
 */
export function writtenSide<K extends Kind>(side: Side<K>, written: { readonly agreed: Fields<K>; readonly found: Found<K>; readonly before: BaseSide | undefined }): BaseSide {
  const { agreed, found, before } = written, wanted = side.narrow(agreed);
  const off = fieldNamesOf(side.kind).filter((name) => !equal(wanted[name], found.fields[name]));
  const plain = seenSide(side.name, found, before);
  if (off.length === 0) return { ...plain, habits: {}, rewrites: {} };
  const rewrites = Object.fromEntries(off.map((name) => [name, (before?.rewrites[name] ?? 0) + 1]));
  const specs: Readonly<Record<string, { readonly fragile?: true }>> = fieldSpecs(side.kind);
  const habits = Object.fromEntries(off.filter((name) => specs[name]?.fragile === true || (rewrites[name] ?? 0) >= HABIT_RUNS).map((name) => [name, found.fields[name]]));
  const settled = off.every((name) => name in habits);
  return { ...plain, version: settled ? plain.version : UNKNOWN_VERSION, rewrites, habits };
}

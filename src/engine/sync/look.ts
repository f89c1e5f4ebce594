// What a run sees of one link before anything is planned: SNAPSHOT, and whether the state may be compared with it.
import { canonicalText } from '../model/canonical.js';
import type { Kind, SideName } from '../model/ids.js';
import type { LinkMemory } from '../state/state.js';
import type { Hands } from './apply.js';
import { sideNames } from './expected.js';
import type { Link } from './link.js';
import type { RunOptions } from './run-options.js';
import { snapshot } from './snapshot.js';
import type { Known, Seen } from './snapshot.js';
import { distrustOf } from './trust.js';
import type { Distrust } from './trust.js';

const NONE = { outlook: [], server: [] } as const;

/** Words of the server side for a listing after which the collection may be another than it was (rules.md 15). */
const RESET: ReadonlySet<string> = new Set(['token-invalid', 'collection-replaced', 'all-versions-changed']);

export interface Looked<K extends Kind = Kind> {
  readonly hands: Hands<K>;
  readonly known: Known<K>;
  /** Why the state is not compared with what Outlook shows; it is forgotten before anything is written. */
  readonly distrust: Distrust | null;
  /** What is remembered of the link, as it counts in this run; undefined in its first. */
  readonly memory: LinkMemory | undefined;
  readonly seen: Seen<K>;
  /** The side whose listing says that it may be another than it was. */
  readonly reset: SideName | null;
  /** Milliseconds. */
  readonly now: number;
}

export async function look<K extends Kind>(hands: Hands<K>, options: Pick<RunOptions, 'retry'>): Promise<Looked<K>> {
  const { link, store, clock } = hands;
  const stored: Known<K> = { bases: store.bases(link.id, link.kind), intents: store.intents(link.id, link.kind), memory: store.memory(link.id) };
  const first = await snapshot(link, stored), distrust = distrustOf(stored.memory, first.outlook);
  // Rules.md 5: what cannot be compared is not known; everything is read, and paired anew.
  const known: Known<K> = distrust === null || stored.memory === undefined ? stored : { bases: [], intents: [], memory: { ...stored.memory, cursors: {}, missing: NONE, unsettled: NONE } };
  const seen = distrust === null ? first : await snapshot(link, known), now = clock.now();
  const memory = current(options.retry === true ? withoutRefusals(known.memory) : known.memory, { link, seen, now });
  return { hands, known, distrust, memory, seen, now, reset: sideNames.find((side) => RESET.has(seen[side].because ?? '')) ?? null };
}

const withoutRefusals = (memory: LinkMemory | undefined): LinkMemory | undefined => (memory === undefined ? undefined : { ...memory, refused: {} });

interface Beginning<K extends Kind> { readonly link: Link<K>; readonly seen: Seen<K>; readonly now: number }

export const birthOf = <K extends Kind>({ link, seen, now }: Beginning<K>): Pick<LinkMemory, 'birth' | 'atBirth'> & { readonly rules: string } => ({
  birth: new Date(now).toISOString(), atBirth: [...seen.outlook.listed.keys()], rules: canonicalText([link.rules.direction, link.rules.rights]),
});

/** Under another direction or other rights what is in Outlook now is no stray (rules.md 19). */
function current<K extends Kind>(memory: LinkMemory | undefined, at: Beginning<K>): LinkMemory | undefined {
  const birth = birthOf(at);
  return memory === undefined || memory.rules === birth.rules ? memory : { ...memory, ...birth };
}

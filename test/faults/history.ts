// A history: people edit on both sides, runs happen over a network that fails, then it does not fail any more, and both sides are compared.
import { davClient } from '../../src/engine/dav/client.js';
import type { ServerProfile } from '../../src/engine/dav/profile.js';
import { canonicalText } from '../../src/engine/model/canonical.js';
import type { ItemId, Uid } from '../../src/engine/model/ids.js';
import { uid } from '../../src/engine/model/ids.js';
import type { EventFields } from '../../src/engine/model/event.js';
import { serverSide } from '../../src/engine/side/server-side.js';
import type { OtherHands } from '../../src/engine/side/contract/bench.js';
import type { Side } from '../../src/engine/side/side.js';
import { ALL_RIGHTS } from '../../src/engine/sync/link.js';
import type { Link } from '../../src/engine/sync/link.js';
import { run } from '../../src/engine/sync/run.js';
import type { FaultProxy } from '../support/fault-proxy.js';
import { codecOf } from '../support/lab-bench.js';
import { memorySide } from '../support/memory-side.js';
import { memoryStore } from '../support/memory-store.js';
import type { Seeded } from '../support/seeded.js';
import { anEvent } from '../support/an-event.js';
import { anyFault } from './network-faults.js';
import { deed, tales } from './tales.js';
import type { Shown } from './tales.js';

/** A server's collection as a history needs it. */
export interface Ground {
  readonly proxy: FaultProxy;
  /** Path of an empty collection. */
  readonly collection: string;
  readonly profile: ServerProfile;
  readonly user: string;
  readonly password: string;
  /** A colleague at the same collection, by a way that never fails. */
  readonly hands: Pick<OtherHands<'event'>, 'put' | 'edit' | 'remove'>;
  /** Ids and UIDs of what lies in it, by a way that never fails. */
  members(): Promise<readonly { readonly id: ItemId; readonly uid: Uid; readonly fields: EventFields }[]>;
}

export interface Told {
  readonly runs: number;
  readonly faults: number;
  /** Sentences; none when all is well. */
  readonly problems: readonly string[];
}

/** Without faults no answer stays away: a machine that is busy with other things must not look like one. */
const UNHURRIED = 50;

const TIMEOUTS = { connect: 1_000, idle: 120, overall: 250 };

export async function history(ground: Ground, random: Seeded, { runs, rate, patience = 1 }: { readonly runs: number; readonly rate: number; /** Times the time-outs, for servers that are slower than the lab. */ readonly patience?: number }): Promise<Told> {
  const { proxy, collection, profile } = ground, codec = codecOf('event'), store = memoryStore();
  const outlook = memorySide<'event'>('event', { name: 'outlook', link: 'L', trash: true, cursor: true });
  const problems: string[] = [], told = tales();
  // What happened since both sides last agreed: time-outs depend on the machine, so that a seed alone does not bring a failure back.
  const journal: string[] = [];
  let now = Date.parse('2026-03-01T00:00:00Z'), names = 0, faults = 0, played = 0;
  const clock = { now: () => now, sleep: (ms: number): Promise<void> => { now += ms; return Promise.resolve(); } };
  const spoil: FaultProxy['fault'] = ({ method, path }) => {
    if (!random.chance(rate)) return null;
    faults += 1;
    const fault = anyFault(random);
    journal.push(`  fault ${method} ${path.slice(-24)} ${JSON.stringify(fault)}`);
    return fault;
  };

  async function once(patient = patience): Promise<void> {
    now += 61_000;
    played += 1;
    proxy.forget();
    const client = davClient({ origin: proxy.origin, clock, certificates: [], timeouts: { connect: TIMEOUTS.connect * patient, idle: TIMEOUTS.idle * patient, overall: TIMEOUTS.overall * patient }, random: () => 0.5, credential: () => ({ user: ground.user, password: ground.password }) });
    const server: Side<'event'> = serverSide({ client, collection, codec, profile, clock });
    const link = { id: 'L', kind: 'event', title: 'history', rules: { direction: { way: 'both' }, rights: { outlook: ALL_RIGHTS, server: ALL_RIGHTS }, policy: 'server', strays: 'undo' }, outlook, server } as unknown as Link;
    const { links } = await run([link], { store, clock, newId: () => `id-${(names += 1)}` }, { whatIf: false, accept: new Set(['firstRun', 'deletions']) });
    client.close();
    journal.push(`run ${played}: ${(links[0]?.stopped ?? []).map(({ code, reason }) => `${code} ${reason ?? ''}`).join()}`, ...(links[0]?.items ?? []).map((item) =>
      `  ${item.uid ?? ''} ${item.cell} ${item.result} ${item.code ?? ''} ${item.reason ?? ''} ${item.writes.map((one) => `${one.side} ${one.kind} ${one.changes.map(({ from, to }) => `${from} -> ${to}`).join()}`).join()}`));
    const refused = proxy.statuses.filter((status) => status === 401).length;
    if (refused > 1) problems.push(`${refused} times 401 in one run`);
    for (const stop of links[0]?.stopped ?? []) if (stop.code === 'Bug') problems.push(`a bug: ${stop.detail ?? ''}`);
    for (const item of links[0]?.items ?? []) if (item.code === 'Bug') problems.push(`a bug at an item: ${item.detail ?? ''}`);
  }

  async function somebody(): Promise<void> {
    const side = random.pick(['outlook', 'server'] as const), hands = side === 'outlook' ? outlook.otherHands : ground.hands;
    const there = side === 'outlook' ? [...outlook.world].map(([id, { uid: held, fields }]) => ({ id, uid: held, fields })) : await ground.members();
    const subject = `s${(names += 1)}`, next = deed(random, there.length);
    if (next.kind === 'make') {
      const made = uid(`u${(names += 1)}@example.com`);
      await hands.put({ kind: 'event', uid: made, fields: anEvent({ subject, location: `room ${names}` }) });
      told.wrote(side, made, subject);
      journal.push(`  ${side} makes ${made} ${subject}`);
      return;
    }
    const one = there[next.index]!;
    if (next.kind === 'remove') {
      await hands.remove(one.id);
      journal.push(`  ${side} removes ${one.uid} ${one.fields.subject}`);
      told.removed(side, one.uid);
    } else {
      await hands.edit(one.id, random.chance(0.7) ? { subject } : { subject, location: `room ${names}` });
      journal.push(`  ${side} edits ${one.uid} ${one.fields.subject} -> ${subject}`);
      told.wrote(side, one.uid, subject);
    }
  }

  async function compared(): Promise<void> {
    const shown = (one: { readonly uid: Uid; readonly fields: EventFields }): Shown => ({ uid: one.uid, subject: one.fields.subject, whole: canonicalText(outlook.narrow(codec.narrow(one.fields))) });
    const { lost, doubled, other } = told.compare([...outlook.world.values()].map(shown), (await ground.members()).map(shown));
    problems.push(...lost, ...doubled, ...other);
    if (problems.length > 0) problems.push(...journal);
    journal.length = 0;
  }

  while (played < runs && problems.length === 0) {
    proxy.fault = spoil;
    for (let turn = 0; turn < 8; turn += 1) {
      for (let deed = random.below(3); deed > 0; deed -= 1) await somebody();
      await once();
    }
    proxy.fault = () => null;
    // Absence in Outlook is proven by two listings ten minutes apart, a held repair by one more.
    for (let calm = 0; calm < 4; calm += 1) { now += 11 * 60_000; await once(patience * UNHURRIED); }
    await compared();
  }
  return { runs: played, faults, problems };
}

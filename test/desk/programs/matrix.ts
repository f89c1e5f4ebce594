// The fault matrix through COM: small two-way runs with the product's store, host and Outlook side, each broken in one place. Afterwards both sides must
// hold what people wanted, each item once, under the same UID; what was overwritten must be in the undo store; and the next run must be quiet.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uid } from '../../../src/engine/model/ids.js';
import type { Item } from '../../../src/engine/model/item.js';
import { ensureFolder } from '../../../src/engine/side/outlook-folders.js';
import { outlookSide } from '../../../src/engine/side/outlook-side.js';
import type { Found, Side } from '../../../src/engine/side/side.js';
import { openStore } from '../../../src/engine/state/store.js';
import type { Store } from '../../../src/engine/state/state.js';
import { ALL_RIGHTS } from '../../../src/engine/sync/link.js';
import type { LinkOutcome } from '../../../src/engine/sync/outcome.js';
import { run } from '../../../src/engine/sync/run.js';
import type { DeskFacts } from '../../../src/ps-host/desk-facts.js';
import type { FolderRef } from '../../../src/ps-host/protocol.js';
import { CODECS } from '../../ps-host/outlook-bench.js';
import { anEvent } from '../../support/an-event.js';
import { memorySide, type MemorySide } from '../../support/memory-side.js';
import { realClock } from '../../support/real-clock.js';
import { BREAKS, BUSY_MS, type Break } from './breaks.js';
import { session, type Session } from './session.js';

type Environment = Readonly<Record<string, string>>;

/** Subject -> place, as both sides must hold them in the end. */
const WANTED = { 'edited in Outlook': 'new from Outlook', 'edited on the server': 'new from the server', 'new in Outlook': '', 'new on the server': '' } as const;
const BEGUN = ['edited in Outlook', 'edited on the server', 'deleted in Outlook', 'deleted on the server'] as const;
const MOST_RUNS = 5;

interface World {
  readonly folder: FolderRef;
  readonly store: Store;
  readonly server: MemorySide<'event'>;
  /** What the run in progress does before its first write to the server. */
  onWrite: (() => Promise<unknown>) | undefined;
}

/** A host with Outlook open behind it: the product has one a run. */
interface Open {
  readonly one: Session;
  readonly facts: DeskFacts;
}

const meeting = (subject: string, location = 'old'): Item<'event'> => ({
  kind: 'event', uid: uid(`${subject.replaceAll(' ', '-')}@m2ksync.example`),
  fields: anEvent({ subject, location, when: { allDay: true, start: '2030-05-06', end: '2030-05-07' } }),
});

/** What the user does, in the host's own session. */
const byTheUser = (one: Session, { entryId, storeId }: FolderRef): Promise<unknown> => one.desk.lab(`
  $folder = $args[0].Session.GetFolderFromID($args[1][0], $args[1][1])
  $all = @(foreach ($index in 1..$folder.Items.Count) { $folder.Items.Item($index) })
  $edited = $all | Where-Object { $_.Subject -eq 'edited in Outlook' }; $edited.Location = 'new from Outlook'; $edited.Save()
  ($all | Where-Object { $_.Subject -eq 'deleted in Outlook' }).Delete()
  $new = $folder.Items.Add('IPM.Appointment'); $new.Subject = 'new in Outlook'; $new.AllDayEvent = $true; $new.Start = [datetime]'2030-05-06'; $new.ReminderSet = $false; $new.Save()`,
[entryId, storeId]);

const openOutlook = async (environment: Environment): Promise<Open> => {
  const one = session(environment, { busyMs: BUSY_MS });
  return { one, facts: await one.open(true) };
};

const sideOf = ({ one, facts }: Open, { folder }: World): Side<'event'> =>
  outlookSide({ call: one.call, clock: realClock, folder, codec: CODECS.event(facts), link: 'matrix', newToken: randomUUID, newUid: randomUUID });

/** Both sides have agreed on four items; then people edited, deleted and made some, on either. */
async function freshWorld(open: Open, name: string): Promise<World> {
  const { entryId, storeId } = await ensureFolder(open.one.call, 'event', { name });
  const world: World = {
    folder: { entryId, storeId }, store: openStore(mkdtempSync(join(tmpdir(), 'm2k-matrix-'))), onWrite: undefined,
    server: memorySide('event', { beforeWrite: async () => { const work = world.onWrite; world.onWrite = undefined; await work?.(); } }),
  };
  const { server } = world;
  for (const subject of BEGUN) await server.otherHands.put(meeting(subject));
  await oneRun(world, sideOf(open, world));
  await byTheUser(open.one, world.folder);
  const idOf = (subject: string) => [...server.world].find(([, held]) => held.fields.subject === subject)?.[0] as never;
  await server.otherHands.edit(idOf('edited on the server'), { location: 'new from the server' });
  await server.otherHands.remove(idOf('deleted on the server'));
  await server.otherHands.put(meeting('new on the server', ''));
  return world;
}

async function oneRun({ store, server }: World, outlook: Side<'event'>): Promise<LinkOutcome> {
  const rights = { outlook: ALL_RIGHTS, server: ALL_RIGHTS };
  const link = { id: 'matrix', kind: 'event' as const, title: 'matrix', rules: { direction: { way: 'both' as const }, rights, policy: 'server' as const, strays: 'undo' as const }, outlook, server };
  const { links } = await run([link as never], { store, clock: realClock, newId: randomUUID }, { whatIf: false, accept: new Set(['firstRun']) });
  return links[0]!;
}

/** What became of the broken run, in its own words. */
async function brokenRun(open: Open, world: World, { before, betweenWrites }: Break): Promise<string> {
  world.onWrite = betweenWrites === undefined ? undefined : () => betweenWrites(open.one);
  await before?.(open.one);
  const { stopped, items } = await oneRun(world, sideOf(open, world));
  return [...stopped, ...items.filter(({ result }) => result !== 'done')].map(({ code, reason }) => reason ?? code ?? '?').join(', ') || 'went on';
}

/** After a hard death activation fails until Wine's rpcss was ended; Windows needs nothing of the kind (docs/windows.md). */
const mendWine = (): void => { spawnSync('C:\\windows\\system32\\taskkill.exe', ['/f', '/im', 'rpcss.exe'], { windowsHide: true, stdio: 'ignore' }); };

export interface Broken {
  readonly broke: string;
  readonly runs: number;
  readonly problems: readonly string[];
}

/** Runs until one has nothing to do. */
async function recovered(open: Open, world: World): Promise<Omit<Broken, 'broke'>> {
  await open.one.desk.lab('$args[0].Lab.Faults.Clear()');
  const problems: string[] = [], side = sideOf(open, world);
  let runs = 0, last: LinkOutcome;
  do {
    last = await oneRun(world, side);
    runs += 1;
    problems.push(...last.stopped.map(({ code, reason }) => `run ${String(runs)} stopped: ${code} ${reason ?? ''}`));
  } while (last.items.length > 0 && runs < MOST_RUNS);
  if (last.items.length > 0) problems.push(`not quiet: ${JSON.stringify(last.items)}`);
  return { runs, problems: [...problems, ...differences(await everything(side), await everything(world.server))] };
}

async function everything(side: Side<'event'>): Promise<readonly Found<'event'>[]> {
  const found: Found<'event'>[] = [];
  for await (const row of side.fetch((await side.list()).items.map(({ id }) => id))) {
    if (!row.ok) throw row.error;
    found.push(row.item);
  }
  return found;
}

function differences(outlook: readonly Found<'event'>[], server: readonly Found<'event'>[]): readonly string[] {
  const told = (items: readonly Found<'event'>[]): string => items.map(({ fields }) => `${fields.subject}: ${fields.location}`).sort().join(' | ');
  const uids = (items: readonly Found<'event'>[]): string => items.map((item) => item.uid).sort().join(' ');
  const wanted = Object.entries(WANTED).map(([subject, location]) => `${subject}: ${location}`).sort().join(' | ');
  return [
    ...(told(outlook) === wanted ? [] : [`Outlook holds ${told(outlook)}`]), ...(told(server) === wanted ? [] : [`the server holds ${told(server)}`]),
    ...(uids(outlook) === uids(server) ? [] : [`the UIDs differ: ${uids(outlook)}; ${uids(server)}`]),
  ];
}

/** Break -> what came out. One host for several breaks; a new one, as for a new run of the product, after each. */
export async function matrix(environment: Environment): Promise<Readonly<Record<string, Broken>>> {
  const results: Record<string, Broken> = {};
  let open = await openOutlook(environment);
  for (const [index, one] of BREAKS.entries()) {
    const begun = performance.now(), world = await freshWorld(open, `matrix ${String(index)}`);
    const broke = await brokenRun(open, world, one);
    await one.after?.();
    await open.one.close();
    if (one.kills === true) mendWine();
    open = await openOutlook(environment);
    results[one.name] = { broke, ...await recovered(open, world) };
    world.store.close();
    process.stderr.write(`${String(Math.round(performance.now() - begun))} ms ${one.name}: ${broke}\n`);
  }
  await open.one.close();
  return results;
}

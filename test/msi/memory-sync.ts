// Two sides in memory synced by the engine's core over its own store, for a Node that was just installed: bundled, and run there. Arguments: an empty folder;
// a file to wait for after the first sync, as a long run would still be at work when an upgrade comes.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '../../src/engine/state/store.js';
import { takeLock } from '../../src/engine/state/lock.js';
import { uid } from '../../src/engine/model/ids.js';
import { ALL_RIGHTS } from '../../src/engine/sync/link.js';
import type { Link } from '../../src/engine/sync/link.js';
import { run } from '../../src/engine/sync/run.js';
import { anEvent } from '../support/an-event.js';
import { memorySide } from '../support/memory-side.js';
import { realClock } from '../support/real-clock.js';

const [, , folder = '', awaited] = process.argv;
mkdirSync(folder, { recursive: true });
const outlook = memorySide('event', { name: 'outlook', link: 'L', trash: true, cursor: true }), server = memorySide('event', { cursor: true });
const link: Link<'event'> = { id: 'L', kind: 'event', title: 'L', rules: { direction: { way: 'both' }, rights: { outlook: ALL_RIGHTS, server: ALL_RIGHTS }, policy: 'server', strays: 'undo' }, outlook, server };
const subjects = (side: typeof outlook): readonly string[] => [...side.world.values()].map(({ fields }) => fields.subject).sort();
const lock = takeLock(folder), store = openStore(folder);
let ids = 0;
const synced = async (): Promise<readonly [number, number]> => {
  const outcome = await run([link as unknown as Link], { store, clock: realClock, newId: () => `id-${String(ids += 1)}` }, { whatIf: false, accept: new Set(['firstRun']) });
  return [outcome.exitCode, outcome.links.flatMap(({ items }) => items).length];
};

const mine = await outlook.otherHands.put({ kind: 'event', uid: uid('mine'), fields: anEvent({ subject: '部門會議' }) });
const theirs = await server.otherHands.put({ kind: 'event', uid: uid('theirs'), fields: anEvent({ subject: 'Launch', when: { allDay: true, start: '2026-03-03', end: '2026-03-04' } }) });
const first = await synced();
if (awaited !== undefined) {
  writeFileSync(join(folder, 'at-work'), '');
  while (!existsSync(awaited)) await wait(50);
}
await outlook.otherHands.edit(mine, { location: '三樓' });
await server.otherHands.remove(theirs);
const second = await synced(), third = await synced();
store.close();
lock.release();
process.stdout.write(`${JSON.stringify({ first, second, third, outlook: subjects(outlook), server: subjects(server), places: [...server.world.values()].map(({ fields }) => fields.location) })}\n`);

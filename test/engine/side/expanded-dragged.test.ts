// Rules 10 and 11: single appointments of a series, taken by the user into the folder of another link.
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { randomUUID } from 'node:crypto';
import { knownSeries } from '../../../src/engine/cli/known-series.js';
import { appointmentCodec } from '../../../src/engine/codec/outlook/appointment.js';
import { expandedSide } from '../../../src/engine/side/outlook-side-expanded.js';
import { ensureFolder } from '../../../src/engine/side/outlook-folders.js';
import { outlookSide } from '../../../src/engine/side/outlook-side.js';
import { ALL_RIGHTS } from '../../../src/engine/sync/link.js';
import type { Link } from '../../../src/engine/sync/link.js';
import type { LinkOutcome } from '../../../src/engine/sync/outcome.js';
import { run } from '../../../src/engine/sync/run.js';
import type { FolderRef } from '../../../src/ps-host/protocol.js';
import { labBench } from '../../support/lab-bench.js';
import { memoryStore } from '../../support/memory-store.js';
import { outlookBenches } from '../../ps-host/outlook-bench.js';
import { CHANGE, event, object, START } from './expanded-ground.js';

const benches = outlookBenches({ teardown: test.after.always });
/** Two days off every rule that Outlook has, and one later. */
const SERIES = ['SUMMARY:月結', ...START, 'RDATE;TZID=Asia/Taipei:20270202T100000,20270307T100000'];

async function twoFolders(t: ExecutionContext) {
  const store = memoryStore(), outlook = await benches.open('event', JSON.stringify({ MachineZone: 'Taipei Standard Time' })), { call } = outlook;
  let now = Date.parse('2027-03-10T00:00:00Z');
  const linked = async (id: string, folder: FolderRef) => {
    const server = await labBench('event'), codec = appointmentCodec({ zone: 'Taipei Standard Time', listSeparator: ',' });
    t.teardown(() => server.close());
    const side = expandedSide({ codec, known: () => knownSeries(store, id, {}), elsewhere: (other) => knownSeries(store, other, {}), now: () => now }, (partOf) =>
      outlookSide({ call, clock: { now: () => Date.now() + 86_400_000 }, folder, link: id, codec, newToken: randomUUID, newUid: randomUUID, partOf }));
    const link = { id, kind: 'event', title: id, outlook: side, server: server.side, rules: { direction: { way: 'both' }, rights: { outlook: ALL_RIGHTS, server: ALL_RIGHTS }, policy: 'server', strays: 'undo' } } as unknown as Link;
    const texts = (): readonly string[] => server.place.list().map(({ name }) => server.place.get(name) ?? '');
    const starts = async (): Promise<readonly string[]> => {
      const found: string[] = [], plain = outlookSide({ call, clock: { now: () => now }, folder, link: 'x', codec, newToken: randomUUID, newUid: randomUUID });
      for await (const row of plain.fetch((await plain.list()).items.map(({ id: item }) => item))) if (row.ok && !row.item.fields.when.allDay) found.push(`${row.item.id} ${row.item.fields.when.start.local.slice(5, 16)}`);
      return found.sort((one, another) => (one.slice(-11) < another.slice(-11) ? -1 : 1));
    };
    return { link, texts, starts, place: server.place, folder };
  };
  const a = await linked('a', outlook.folder), b = await linked('b', await ensureFolder(call, 'event', { name: 'Other' }));
  const sync = async (): Promise<readonly LinkOutcome[]> => {
    now += 11 * 60_000;
    return (await run([a.link, b.link], { store, clock: { now: () => now, sleep: () => Promise.resolve() }, newId: randomUUID }, { whatIf: false, accept: new Set(['firstRun']) })).links;
  };
  const drag = (id: string): Promise<unknown> => outlook.desk.lab(`$args[0].Lab.AdvanceClock(5.0); ${CHANGE.replace('$args[1]', '$args[1].id')} [void] $i.Move($args[0].Session.GetFolderFromID($args[1].to))`, { id, to: b.folder.entryId });
  return { a, b, sync, drag };
}

for (const [which, day] of [[0, '01-30'], [1, '02-02']] as const) {
  test.serial(`rule 10: a copy of a series in another linked folder (the one of ${day}) is an event of the user's own there; the series stays whole`, async (t) => {
    t.timeout(600_000);
    const { a, b, sync, drag } = await twoFolders(t), original = object(event(...SERIES));
    a.place.put('s.ics', original);
    await sync();
    const days = (rows: readonly string[]): readonly string[] => rows.map((row) => row.slice(-11));
    t.deepEqual(days(await a.starts()), ['01-30T10:00', '02-02T10:00', '03-07T10:00']);
    await drag((await a.starts())[which]!.split(' ')[0]!);
    t.deepEqual(days(await b.starts()), [`${day}T10:00`]);
    for (const link of await sync()) t.deepEqual(link.items.filter(({ result }) => result !== 'done').map(({ result, reason, cell }) => [result, reason, cell]), [], link.link);
    t.deepEqual([days(await a.starts()), days(await b.starts())], [['01-30T10:00', '02-02T10:00', '03-07T10:00'], [`${day}T10:00`]]);
    t.deepEqual(a.texts(), [original]);
    t.is(b.texts().length, 1);
    t.regex(b.texts()[0]!, new RegExp(`SUMMARY:月結[^]*DTSTART;TZID=Asia/Taipei:2027${day.replace('-', '')}T100000|DTSTART;TZID=Asia/Taipei:2027${day.replace('-', '')}T100000[^]*SUMMARY:月結`));
    t.notRegex(b.texts()[0]!, /UID:series-1|RDATE|RRULE/);
    for (const { items, stopped } of await sync()) t.deepEqual([items, stopped], [[], []], 'in step');
  });
}

test.serial('rule 10: several copies of a series dragged at once, not all, are an event each of the folder that they came to, as they were there; the series stays whole', async (t) => {
  t.timeout(600_000);
  const { a, b, sync, drag } = await twoFolders(t), original = object(event(...SERIES)), days = (rows: readonly string[]): readonly string[] => rows.map((row) => row.slice(-11));
  a.place.put('s.ics', original);
  await sync();
  for (const row of (await a.starts()).slice(0, 2)) await drag(row.split(' ')[0]!);
  for (const link of await sync()) t.deepEqual(link.items.filter(({ result }) => result !== 'done').map(({ result, reason, cell }) => [result, reason, cell]), [], link.link);
  t.deepEqual([days(await a.starts()), days(await b.starts())], [['01-30T10:00', '02-02T10:00', '03-07T10:00'], ['01-30T10:00', '02-02T10:00']]);
  t.deepEqual(a.texts(), [original]);
  t.deepEqual(b.texts().map((text) => [/DTSTART;TZID=Asia\/Taipei:(\d+)/.exec(text)?.[1], /UID:series-1|RDATE|RRULE/.test(text)]).toSorted(), [['20270130', false], ['20270202', false]]);
  for (const { items, stopped } of await sync()) t.deepEqual([items, stopped], [[], []], 'in step');
});

test.serial('rule 10: all copies of a series dragged at once are the series, moved', async (t) => {
  t.timeout(600_000);
  const { a, b, sync, drag } = await twoFolders(t), days = (rows: readonly string[]): readonly string[] => rows.map((row) => row.slice(-11));
  a.place.put('s.ics', object(event(...SERIES)));
  await sync();
  for (const row of await a.starts()) await drag(row.split(' ')[0]!);
  for (let runs = 0; runs < 3; runs += 1) for (const link of await sync()) t.deepEqual(link.items.filter(({ result }) => result !== 'done').map(({ result, reason, cell }) => [result, reason, cell]), [], link.link);
  t.deepEqual([await a.starts(), days(await b.starts()), a.texts(), b.texts().length], [[], ['01-30T10:00', '02-02T10:00', '03-07T10:00'], [], 1]);
  for (const { items, stopped } of await sync()) t.deepEqual([items, stopped], [[], []], 'in step');
});

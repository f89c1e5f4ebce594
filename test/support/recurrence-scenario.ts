// A series and its occurrences between a server and the lab's Outlook, through the core and the whole wire: what each side does reaches the other,
// and the run after it finds nothing to do.
import type { ExecutionContext } from 'ava';
import { randomUUID } from 'node:crypto';
import type { EventFields } from '../../src/engine/model/event.js';
import type { Exceptions } from '../../src/engine/model/exception.js';
import { uid } from '../../src/engine/model/ids.js';
import type { FieldName } from '../../src/engine/model/item.js';
import type { Rule } from '../../src/engine/model/recurrence.js';
import type { When } from '../../src/engine/model/time.js';
import type { Found, Side } from '../../src/engine/side/side.js';
import { ALL_RIGHTS } from '../../src/engine/sync/link.js';
import type { Link } from '../../src/engine/sync/link.js';
import type { ItemOutcome } from '../../src/engine/sync/outcome.js';
import { run } from '../../src/engine/sync/run.js';
import type { OutlookBench } from '../ps-host/outlook-bench.js';
import { anEvent } from './an-event.js';
import { memoryStore } from './memory-store.js';
import { realClock } from './real-clock.js';

const at = (start: string, end: string): When => ({ allDay: false, start: { local: start, zone: 'Asia/Taipei' }, end: { local: end, zone: 'Asia/Taipei' } });
const SERIES: Partial<EventFields> = {
  subject: '週會', body: '議程', reminder: 15, when: at('2027-03-02T10:00:00', '2027-03-02T11:00:00'),
  rule: { freq: 'weekly', interval: 1, byDay: ['TU'], byMonthDay: [], byMonth: [], position: null, end: { kind: 'until', until: '2027-06-29T10:00:00' } },
  exceptions: { '2027-03-09': { deleted: true }, '2027-03-16': { changes: { when: at('2027-03-17T15:00:00', '2027-03-17T16:00:00'), subject: '改期' } } },
};
const OCCURRENCE = '$o = $args[0].Session.GetItemFromID($args[1]).GetRecurrencePattern().GetOccurrence([datetime]';

export async function playRecurrence(t: ExecutionContext, { outlook, server, writes }: { readonly outlook: OutlookBench<'event'>; readonly server: Side<'event'>; readonly writes: () => number }): Promise<void> {
  const store = memoryStore();
  const link: Link<'event'> = {
    id: 'l', kind: 'event', title: 'l', outlook: outlook.side, server,
    rules: { direction: { way: 'both' }, rights: { outlook: ALL_RIGHTS, server: ALL_RIGHTS }, policy: 'server', strays: 'undo' },
  };
  const sync = async (): Promise<readonly ItemOutcome[]> => {
    // Versions younger than three seconds are read once more: a run later they are believed.
    await new Promise((resolve) => { setTimeout(resolve, 3100); });
    const { links } = await run([link as unknown as Link], { store, clock: realClock, newId: randomUUID }, { whatIf: false, accept: new Set(['firstRun']) });
    t.deepEqual(links.flatMap(({ stopped }) => stopped), []);
    return links.flatMap(({ items }) => items);
  };
  const only = async (side: Side<'event'>): Promise<Found<'event'>> => {
    const { items } = await side.list();
    t.is(items.length, 1, side.name);
    for await (const row of side.fetch(items.map(({ id }) => id))) if (row.ok) return row.item; else throw row.error;
    throw new Error('nothing read');
  };
  /** Both sides say the same, and nothing is left to do. */
  const agreed = async (step: string): Promise<EventFields> => {
    const done = await sync();
    if (done.some(({ result }) => result !== 'done')) t.log(JSON.stringify(done));
    t.deepEqual(done.map(({ result, reason }) => [result, reason]).filter(([result]) => result !== 'done'), [], step);
    const before = writes();
    t.deepEqual(await sync(), [], `${step}: a second run has nothing to do`);
    t.is(writes(), before, step);
    const [mine, theirs] = [await only(outlook.side), await only(server)];
    t.deepEqual(outlook.side.narrow(theirs.fields), mine.fields, step);
    return theirs.fields;
  };
  const byOthers = async (fields: Partial<EventFields>): Promise<void> => {
    const found = await only(server);
    await server.update({ ref: found, parts: found.parts, item: { kind: 'event', uid: found.uid, fields: { ...found.fields, ...fields } }, fields: new Set(Object.keys(fields) as FieldName<'event'>[]) });
  };
  const inOutlook = async (date: string, script: string): Promise<void> => {
    await outlook.desk.lab('$args[0].Lab.AdvanceClock(5.0)');
    await outlook.desk.lab(`${OCCURRENCE}'${date}'); ${script}`, (await only(outlook.side)).id);
  };

  await server.create({ item: { kind: 'event', uid: uid('recurrence-1'), fields: anEvent(SERIES) } });
  t.deepEqual((await agreed('from the server')).exceptions, SERIES.exceptions);

  await inOutlook('2027-03-23 10:00', '$o.Delete()');
  await inOutlook('2027-03-30 10:00', "$o.Start = [datetime]'2027-03-29 09:00'; $o.Save()");
  await inOutlook('2027-04-06 10:00', "$o.Location = 'Room 2'; $o.Body = 'other'; $o.Save()");
  const edited: Exceptions = {
    ...SERIES.exceptions, '2027-03-23': { deleted: true }, '2027-03-30': { changes: { when: at('2027-03-29T09:00:00', '2027-03-29T10:00:00') } },
    '2027-04-06': { changes: { location: 'Room 2', body: 'other' } },
  };
  t.deepEqual((await agreed('from Outlook')).exceptions, edited);

  const { '2027-03-09': _back, '2027-03-30': _home, ...fewer } = edited;
  await byOthers({ exceptions: { ...fewer, '2027-04-13': { changes: { subject: 'by others' } } }, location: 'Room 1' });
  await inOutlook('2027-04-20 10:00', "$o.Subject = 'mine'; $o.Save()");
  const both: Exceptions = { ...fewer, '2027-04-13': { changes: { subject: 'by others' } }, '2027-04-20': { changes: { subject: 'mine' } } };
  const merged = await agreed('from both, with a deleted occurrence brought back');
  t.deepEqual([merged.exceptions, merged.location], [both, 'Room 1']);

  // An edit beats a deletion (rules.md 17), occurrence by occurrence: the server deletes what Outlook edits, and the reverse.
  const { '2027-04-06': _room, ...without } = both;
  await byOthers({ exceptions: { ...without, '2027-04-06': { deleted: true }, '2027-05-04': { changes: { location: 'Room 4' } } } });
  await inOutlook('2027-04-06 10:00', "$o.Location = 'Room 3'; $o.Save()");
  await inOutlook('2027-05-04 10:00', '$o.Delete()');
  const kept: Exceptions = { ...without, '2027-04-06': { changes: { location: 'Room 3', body: 'other' } }, '2027-05-04': { changes: { location: 'Room 4' } } };
  t.deepEqual((await agreed('deleted on one side, edited on the other')).exceptions, kept);

  // The server's new pattern keeps the exceptions that are still occurrences of it; Outlook's were lost with its pattern and are made anew.
  const fortnightly = { freq: 'weekly', interval: 2, byDay: ['TU'], byMonthDay: [], byMonth: [], position: null, end: { kind: 'until', until: '2027-06-29T10:00:00' } } as const;
  const fewerDates: Exceptions = Object.fromEntries(Object.entries(kept).filter(([date]) => ((Date.parse(date) - Date.parse('2027-03-02')) / 86_400_000) % 14 === 0));
  await byOthers({ rule: fortnightly, exceptions: fewerDates });
  const sparse = await agreed('a new pattern on the server, with exceptions');
  t.deepEqual([sparse.rule, sparse.exceptions], [fortnightly, fewerDates]);
  t.true(Object.keys(fewerDates).length > 0);
  await byOthers({ rule: SERIES.rule ?? null, exceptions: both });
  await agreed('the former pattern');

  await inOutlook('2027-04-27 10:00', "$m = $args[0].Session.GetItemFromID($args[1]); $p = $m.GetRecurrencePattern(); $p.StartTime = [datetime]'2027-03-02 14:00'; $p.EndTime = [datetime]'2027-03-02 15:00'; $m.Save()");
  const later = await agreed('a new hour in Outlook, which costs it its exceptions');
  t.deepEqual([later.exceptions, later.when], [{}, at('2027-03-02T14:00:00', '2027-03-02T15:00:00')]);

  const late: Exceptions = { '2027-03-09': { changes: { reminder: null, busyStatus: 'free' } }, '2027-05-11': { changes: { subject: 'late' } } };
  await byOthers({ exceptions: late, when: at('2027-03-02T16:00:00', '2027-03-02T17:30:00') });
  const shifted = await agreed('a new hour on the server');
  t.deepEqual(shifted.exceptions, late);

  // "This and all following" of Apple, Google and Mail2000 (M9): the old series ends, the rest is a series of its own.
  const { '2027-05-11': _late, ...early } = late, end = { kind: 'until', until: '2027-04-27T16:00:00' } as const;
  await byOthers({ rule: { ...(SERIES.rule as Rule), end }, exceptions: early });
  const rest = { ...shifted, subject: 'rest', when: at('2027-05-04T09:00:00', '2027-05-04T10:00:00'), exceptions: { '2027-05-11': { changes: { subject: 'late' } } } as Exceptions };
  await server.create({ item: { kind: 'event', uid: uid('recurrence-2'), fields: rest } });
  t.deepEqual((await sync()).map(({ result }) => result).sort(), ['done', 'done'], 'split');
  t.deepEqual(await sync(), [], 'split: a second run has nothing to do');
  const halves = new Map<string, EventFields>();
  for await (const row of outlook.side.fetch((await outlook.side.list()).items.map(({ id }) => id))) if (row.ok) halves.set(row.item.fields.subject, row.item.fields);
  t.deepEqual([...halves.values()].map(({ rule, exceptions }) => [rule?.end, Object.keys(exceptions)]).sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1)),
    [[end, ['2027-03-09']], [{ kind: 'until', until: '2027-06-29T09:00:00' }, ['2027-05-11']]]);
}

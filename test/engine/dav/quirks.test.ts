// Each quirk of the table on the lab's server: with the handling all is well; where the handling is a flag of the profile, without it it is not.
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plain, quirkTable } from '../../../lab/mail2000/quirks.js';
import type { Quirks } from '../../../lab/mail2000/quirks.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import { davClient } from '../../../src/engine/dav/client.js';
import { discover } from '../../../src/engine/dav/discovery.js';
import { PROFILES } from '../../../src/engine/dav/profile.js';
import type { ServerProfile } from '../../../src/engine/dav/profile.js';
import { QUIRKS } from '../../../src/engine/dav/quirks.js';
import { sample } from '../../../src/engine/side/contract/samples.js';
import { labBench } from '../../support/lab-bench.js';
import type { LabBench } from '../../support/lab-bench.js';
import { xiaoming } from '../../support/lab-account.js';
import { realClock } from '../../support/real-clock.js';
import { renamed } from '../side/server-bench.js';

const rowOf = (id: string) => QUIRKS.find((row) => row.id === id)!;

/** The lab by the standards but for this quirk, seen through the profile. */
async function on(t: ExecutionContext, id: string, { profile = PROFILES.generic, more = {} }: { readonly profile?: ServerProfile; readonly more?: Partial<Quirks> } = {}): Promise<LabBench<'event'>> {
  const opened = await labBench('event', { quirks: { ...plain, ...rowOf(id).lab, ...more }, profile });
  t.teardown(() => opened.close());
  return opened;
}

/** A life of an item: made, listed, changed, read, deleted; the server ends empty. */
async function life({ side, place }: LabBench<'event'>, t: ExecutionContext): Promise<void> {
  const made = await side.create({ item: sample('event', 1) });
  t.is(place.list().length, 1);
  const listed = (await side.list()).items.find(({ id }) => id === made.id);
  t.is(listed?.version, made.version);
  const changed = await side.update(renamed(made, 'Renamed'));
  t.is(changed.fields.subject, 'Renamed');
  t.regex(place.list()[0]?.text ?? '', /SUMMARY:Renamed/);
  for await (const row of side.fetch([changed.id])) t.true(row.ok && row.item.version === changed.version);
  await side.delete(changed, changed.parts);
  t.is(place.list().length, 0);
}

for (const id of ['M1', 'M3', 'M4', 'M6', 'M7', 'Q3', 'Q8', 'Q9', 'Q10', 'Q11', 'Q32', 'Q53', 'Q54', 'Q55', 'T1', 'T7']) {
  test(`${id}: ${rowOf(id).does}: an item is made, listed, changed, read and deleted all the same`, async (t) => { await life(await on(t, id), t); });
}

test(`M2: ${rowOf('M2').does}: written without the condition; a profile that insists gets nothing stored`, async (t) => {
  await life(await on(t, 'M2', { profile: PROFILES.mail2000 }), t);
  const insisting = await on(t, 'M2', { profile: { ...PROFILES.mail2000, ifNoneMatch: true } });
  t.like(await t.throwsAsync(insisting.side.create({ item: sample('event', 1) })), { code: 'Busy', data: { reason: 'outcome-unknown' } });
  t.is(insisting.place.list().length, 0);
});

test(`M7: ${rowOf('M7').does}: what was read with METHOD is written without`, async (t) => {
  const { side, place } = await on(t, 'M7');
  const made = await side.create({ item: sample('event', 1) });
  t.regex(made.parts[0]?.text ?? '', /METHOD:REQUEST/);
  await side.update(renamed(made, 'Renamed'));
  t.notRegex(place.list()[0]?.text ?? '', /METHOD/);
});

test(`M8: ${rowOf('M8').does}: the profile of Mail2000 has no overrides, and such an object is never sent to it`, (t) => {
  t.deepEqual([PROFILES.mail2000.overrides, PROFILES.generic.overrides], [false, true]);
});

test(`M5: ${rowOf('M5').does}: a whole day is a date on both ends`, async (t) => {
  const { side, place } = await on(t, 'M5');
  const item = sample('event', 14), made = await side.create({ item });
  t.deepEqual([item.fields.when.allDay, made.fields.when], [true, item.fields.when]);
  t.regex(place.list()[0]?.text ?? '', /^DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260304\r$/m);
});

test(`M9: ${rowOf('M9').does}: every occurrence from a day on is changed by one override each`, async (t) => {
  const { side, place, lab } = await on(t, 'M9');
  const made = await side.create({ item: sample('event', 8) });
  const exceptions = Object.fromEntries(['2026-03-05', '2026-03-07', '2026-03-09', '2026-03-11'].map((day) => [day, { changes: { subject: 'From now on' } }]));
  const changed = await side.update({ ...renamed(made, made.fields.subject), item: { kind: 'event', uid: made.uid, fields: { ...made.fields, exceptions } }, fields: new Set(['exceptions']) });
  t.deepEqual(changed.fields.exceptions, exceptions);
  t.is(place.list()[0]?.text.match(/^RECURRENCE-ID/gm)?.length, 4);
  t.false(lab.log.some(({ method, requestBody }) => method === 'PUT' && /RANGE=/i.test(requestBody)));
});

test(`M10: ${rowOf('M10').does}: a weekly series until a day keeps its rule and its reminder, added, changed and taken away`, async (t) => {
  const { side, place } = await on(t, 'M10', { profile: PROFILES.mail2000 });
  const item = sample('event', 6), made = await side.create({ item: { ...item, fields: { ...item.fields, reminder: 1440 } } });
  t.deepEqual([made.fields.rule, made.fields.reminder], [item.fields.rule, 1440]);
  t.regex(place.list()[0]?.text ?? '', /^RRULE:.*UNTIL=20260501T011500Z/m);
  let last = made;
  for (const reminder of [90, null, 15]) {
    last = await side.update({ ...renamed(last, last.fields.subject), item: { kind: 'event', uid: last.uid, fields: { ...last.fields, reminder } }, fields: new Set(['reminder']) });
    t.is(last.fields.reminder, reminder);
    t.is(/^TRIGGER:-PT\d+M\r$/m.test(place.list()[0]?.text ?? ''), reminder !== null);
  }
});

test(`M13: ${rowOf('M13').does}: a series is read, looked up, changed and written as one, and nothing sent asks for its occurrences`, async (t) => {
  const { side, place, lab } = await on(t, 'M13');
  const made = await side.create({ item: sample('event', 8) });
  t.like(await t.throwsAsync(side.create({ item: sample('event', 8) })), { code: 'AlreadyThere' });
  for await (const row of side.fetch([made.id])) t.true(row.ok && row.item.fields.rule !== null);
  await side.update(renamed(made, 'Renamed'));
  t.regex(place.list()[0]?.text ?? '', /^RRULE:FREQ=DAILY/m);
  t.true(lab.log.some(({ method }) => method === 'REPORT'));
  t.false(lab.log.some(({ requestBody }) => /<[^>]*expand|limit-recurrence-set/i.test(requestBody)));
});

test(`M11: ${rowOf('M11').does}: what was just written is found by its href, and located`, async (t) => {
  const opened = await on(t, 'M11', { profile: PROFILES.mail2000, more: { uidScope: 'none' } });
  const made = await opened.side.create({ item: sample('event', 1) });
  t.is((await opened.side.locate(made.id, made.uid)).at, 'here');
  // The query does not know of it yet: the name made of the UID does.
  t.like(await t.throwsAsync(opened.side.create({ item: sample('event', 1) })), { code: 'AlreadyThere' });
});

test(`M12: ${rowOf('M12').does}: where a server does schedule, a deletion asks it to keep silent`, async (t) => {
  const { side, lab } = await on(t, 'M12', { profile: PROFILES.cyrus });
  const made = await side.create({ item: sample('event', 1) });
  await side.delete(made, made.parts);
  t.is(lab.log.find(({ method }) => method === 'DELETE')?.requestHeaders['schedule-reply'], 'F');
});

test(`M16: ${rowOf('M16').does}: the password goes nowhere else`, async (t) => {
  const { client } = await on(t, 'M16');
  t.like(await t.throwsAsync(client.get('/cgi-bin/cal/caldav/', '*/*')), { code: 'Unavailable', data: { reason: 'redirect-elsewhere', target: 'http://127.0.0.1:9' } });
});

test(`Q1: ${rowOf('Q1').does}: read back; a profile that believes the ETag remembers a text that is not there`, async (t) => {
  const careful = await on(t, 'Q1');
  const made = await careful.side.create({ item: sample('event', 1) });
  t.is(made.parts[0]?.text, careful.place.list()[0]?.text);
  const trusting = await on(t, 'Q1', { profile: { ...PROFILES.generic, rewrites: false } });
  await trusting.side.list();
  t.not((await trusting.side.create({ item: sample('event', 1) })).parts[0]?.text, trusting.place.list()[0]?.text);
});

test(`Q16: ${rowOf('Q16').does}: the version is looked at before; without that somebody's change is deleted unseen`, async (t) => {
  const profile = { ...PROFILES.generic, ifMatchDelete: false };
  for (const [used, left] of [[profile, 1], [PROFILES.generic, 0]] as const) {
    const { side, place, otherHands } = await on(t, 'Q16', { profile: used });
    const made = await side.create({ item: sample('event', 1) });
    await otherHands.edit(made.id, { subject: 'Changed meanwhile' });
    const error = await side.delete(made, made.parts).then(() => null, (thrown: unknown) => thrown);
    t.is(place.list().length, left);
    if (left === 1) t.like(error, { code: 'Stale' });
  }
});

test(`Q28: ${rowOf('Q28').does}: a second one elsewhere in the account is AlreadyThere, with the holder`, async (t) => {
  const { side, lab, place } = await on(t, 'Q28', { profile: PROFILES.cyrus });
  await side.create({ item: sample('event', 1) });
  const [held] = place.list();
  lab.office.collection(`calendars/${xiaoming}/default`).put('elsewhere.ics', held!.text);
  place.remove(held!.name);
  t.like(await t.throwsAsync(side.create({ item: sample('event', 1) })), { code: 'AlreadyThere' });
});

test(`Q36: ${rowOf('Q36').does}: told as a refused password, after one login`, async (t) => {
  const lab = await startMail2000({ quirks: { ...plain, anonymous207: true } });
  t.teardown(() => lab.close());
  const client = davClient({ origin: lab.origin, clock: realClock, certificates: [], credential: () => ({ user: xiaoming, password: 'wrong' }) });
  t.like(await t.throwsAsync(discover({ client, profile: PROFILES.mail2000, address: xiaoming })), { code: 'Unauthorized' });
  t.is(client.requests(), 1);
  client.close();
});

test(`Q40: ${rowOf('Q40').does}: asked before; a profile that relies on the server makes a second one`, async (t) => {
  for (const [profile, count] of [[PROFILES.generic, 1], [{ ...PROFILES.generic, refusesSameUid: true }, 2]] as const) {
    const { side, place, otherHands } = await on(t, 'Q40', { profile });
    await otherHands.put(sample('event', 1));
    await side.create({ item: sample('event', 1) }).catch(() => undefined);
    t.is(place.list().length, count);
  }
});

test(`Q43: ${rowOf('Q43').does}: the others come, and what is missing is named`, async (t) => {
  const { side } = await on(t, 'Q43');
  const ids = [];
  for (const n of [1, 2, 3]) ids.push((await side.create({ item: sample('event', n) })).id);
  const gone = `${ids[0]!}-gone`;
  const rows = [];
  for await (const row of side.fetch([...ids, gone] as typeof ids)) rows.push(row.ok ? 'ok' : row.missing ? 'missing' : 'failed');
  t.deepEqual(rows.sort(), ['missing', 'ok', 'ok', 'ok']);
});

test(`Q46: ${rowOf('Q46').does}: this item is refused with the reason, and no other`, async (t) => {
  const { side } = await on(t, 'Q46');
  t.like(await t.throwsAsync(side.create({ item: sample('event', 1) })), { code: 'Refused', data: { reason: 'max-resource-size', side: 'server' } });
});

test(`Q67: ${rowOf('Q67').does}: absent is all that is said of it`, async (t) => {
  const { side, place } = await on(t, 'Q67');
  const made = await side.create({ item: sample('event', 1) });
  place.remove(place.list()[0]!.name);
  t.is((await side.locate(made.id, made.uid)).at, 'absent');
});

test(`H1: ${rowOf('H1').does}: cards are asked for by the bare name`, async (t) => {
  const { side, lab, close } = await labBench('contact', { quirks: plain, profile: PROFILES.generic });
  const made = await side.create({ item: sample('contact', 1) });
  await side.locate(made.id, made.uid);
  t.true(lab.log.filter(({ method }) => method === 'GET').every(({ requestHeaders }) => requestHeaders.accept === 'text/vcard'));
  await close();
});

test(`H2: ${rowOf('H2').does}: one run without deletions, then it is known`, async (t) => {
  const { side } = await on(t, 'Q8', { more: { keepAliveOff: false } });
  for (const n of [1, 2]) await side.create({ item: sample('event', n) });
  const { items, cursor = '' } = await side.list();
  const known = new Map(items.map(({ id, version }) => [id, version]));
  const moved = (text: string): string => JSON.stringify({ ...(JSON.parse(text) as { birth: string }), birth: `${(JSON.parse(text) as { birth: string }).birth}moved` });
  const first = await side.list({ cursor: moved(cursor), known });
  t.like(first, { complete: false, because: 'collection-replaced' });
  const second = await side.list({ cursor: first.cursor!, known });
  t.true((await side.list({ cursor: moved(second.cursor!), known })).complete);
});

const sources = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(folder, name), 'utf8'));

test('every row of the table names switches of the lab, flags of the profile and a test that are there', (t) => {
  const all = sources(join(import.meta.dirname, '../../../../test')).join('\n');
  for (const { id, lab = {}, profile = [], test: title } of QUIRKS) {
    for (const [name, value] of Object.entries(lab)) {
      const row = (quirkTable as Record<string, { readonly settings?: readonly unknown[] } | undefined>)[name];
      t.truthy(row, `${id}: ${name}`);
      if (row?.settings) t.true(row.settings.includes(value), `${id}: ${name}`);
    }
    for (const flag of profile) t.true(flag in PROFILES.generic, `${id}: ${flag}`);
    t.true(all.includes(title) || all.includes(`'${id}'`), `${id}: no test begins with "${title}"`);
  }
  t.is(new Set(QUIRKS.map(({ id }) => id)).size, QUIRKS.length);
});

import test from 'ava';
import type { Quirks } from '../../../lab/mail2000/quirks.js';
import { davClient } from '../../../src/engine/dav/client.js';
import { PROFILES } from '../../../src/engine/dav/profile.js';
import { EVENT_FIELDS } from '../../../src/engine/model/field-specs.js';
import { sample } from '../../../src/engine/side/contract/samples.js';
import { serverSide } from '../../../src/engine/side/server-side.js';
import { meiling, xiaoming } from '../../support/lab-account.js';
import { codecOf } from '../../support/lab-bench.js';
import { realClock } from '../../support/real-clock.js';
import { bench, renamed, writes } from './server-bench.js';

for (const fault of [{ kind: 'answer', status: 500, when: 'after' }, { kind: 'drop', when: 'after' }, { kind: 'answer', status: 503, when: 'after' }] as const) {
  test(`rule 25: a write that took effect though it failed (${fault.kind} ${'status' in fault ? fault.status : ''}) is done, and sent once`, async (t) => {
    const opened = await bench(t);
    const { side, lab } = opened;
    lab.faults.add({ method: 'PUT', fault });
    const made = await side.create({ item: sample('event', 1) });
    t.is(writes(opened), 1);
    lab.faults.add({ method: 'PUT', fault });
    t.is((await side.update(renamed(made, 'Renamed'))).fields.subject, 'Renamed');
    t.is(writes(opened), 2);
    lab.faults.add({ method: 'DELETE', fault });
    const [now] = (await side.list()).items;
    await side.delete(now!, []);
    t.is(writes(opened), 3);
    t.is(opened.place.list().length, 0);
  });

  test(`rule 25: a write that failed (${fault.kind} ${'status' in fault ? fault.status : ''}) and is not found is of unknown outcome, and not sent again`, async (t) => {
    const opened = await bench(t);
    const { side, lab } = opened;
    const unknown = { code: 'Busy', data: { reason: 'outcome-unknown', side: 'server' } };
    const before = { ...fault, when: 'before' } as const;
    lab.faults.add({ method: 'PUT', fault: before });
    t.like(await t.throwsAsync(side.create({ item: sample('event', 1) })), unknown);
    t.is(writes(opened), 1);
    const made = await side.create({ item: sample('event', 1) });
    lab.faults.clear();
    lab.faults.add({ method: 'PUT', fault: before }, { method: 'DELETE', fault: before });
    t.like(await t.throwsAsync(side.update(renamed(made, 'Renamed'))), unknown);
    t.like(await t.throwsAsync(side.delete(made, [])), unknown);
    t.is(writes(opened), 4);
    t.is(opened.place.list().length, 1);
  });
}

test('a write that cannot have reached the server is Unavailable, with no second look', async (t) => {
  const client = davClient({ origin: 'http://127.0.0.1:1', clock: realClock, certificates: [], credential: () => ({ user: 'a', password: 'b' }) });
  const profile = { ...PROFILES.generic, refusesSameUid: true };
  const side = serverSide({ client, collection: '/c/', codec: codecOf('event'), profile, clock: realClock });
  t.like(await t.throwsAsync(side.create({ item: sample('event', 1) })), { code: 'Unavailable', data: { reason: 'connection-refused' } });
  t.is(client.requests(), 1);
});

test('a PUT without ETag, or on a server that rewrites, is read back', async (t) => {
  const exact = { ...PROFILES.sabre };
  const made = async (quirks: Partial<Quirks>): Promise<Record<string, number>> => {
    const { side, lab } = await bench(t, quirks, exact);
    await side.list();
    await side.create({ item: sample('event', 1) });
    return lab.counts();
  };
  t.is((await made({}))['GET'], undefined);
  t.is((await made({ etagOnPut: false }))['GET'], 1);
});

test('rule 22: a refusal for want of a right is told apart from other refusals, for each kind of write', async (t) => {
  const { lab, client } = await bench(t);
  const place = lab.office.addCollection({
    tree: 'calendars', home: meiling, name: 'team', scope: 'personal', owner: meiling, displayName: 'Team', grants: { [xiaoming]: ['read'] },
  });
  const side = serverSide({ client, collection: place.path.replace('@', '%40'), codec: codecOf('event'), profile: PROFILES.generic, clock: realClock });
  place.put('1.ics', codecOf('event').format({ item: sample('event', 1), chosen: new Set(Object.keys(EVENT_FIELDS) as (keyof typeof EVENT_FIELDS)[]), now: '2026-01-05T01:00:00Z' }));
  const [listed] = (await side.list()).items;
  const found = { ...listed!, uid: sample('event', 1).uid, fields: sample('event', 1).fields, parts: [] };
  for (const write of [side.create({ item: sample('event', 2) }), side.update(renamed(found, 'x')), side.delete(found, [])]) {
    t.like(await t.throwsAsync(write), { code: 'Refused', data: { reason: 'no-right', status: 403, side: 'server' } });
  }
});

test('any other refusal names its precondition and its item', async (t) => {
  const { side, lab } = await bench(t, { maxSize: 5_000 });
  const made = await side.create({ item: sample('event', 1) });
  t.like(await t.throwsAsync(side.update(renamed(made, 'x'.repeat(9_000)))), { code: 'Refused', data: { reason: 'max-resource-size', side: 'server', item: made.id } });
  lab.faults.add({ method: 'PUT', fault: { kind: 'answer', status: 409 } });
  t.like(await t.throwsAsync(side.update(renamed(made, 'x'))), { code: 'Refused', data: { reason: 'http-409', status: 409 } });
});

test('what no field names stays in the text through an update, and comes back when the item is made again', async (t) => {
  const { side, place } = await bench(t);
  const made = await side.create({ item: sample('event', 1) });
  const [member] = place.list();
  place.put(member!.name, member!.text.replace('SUMMARY', 'X-ROOM-KEY;X-A=1:7\r\nSUMMARY'));
  const [listed] = (await side.list()).items;
  const changed = await side.update({ ...renamed(made, 'Renamed'), ref: listed! });
  t.regex(place.list()[0]!.text, /X-ROOM-KEY;X-A=1:7/);
  await side.delete(changed, changed.parts);
  await side.create({ item: sample('event', 1), over: changed.parts });
  t.regex(place.list()[0]!.text, /X-ROOM-KEY;X-A=1:7/);
});

test('a name that another object holds is not overwritten: the new one gets another name', async (t) => {
  const { side, place } = await bench(t, {}, PROFILES.mail2000);
  const item = sample('event', 1);
  await side.create({ item: { ...sample('event', 2) } });
  const [other] = place.list();
  place.remove(other!.name);
  place.put(`${item.uid}.ics`, other!.text);
  const made = await side.create({ item });
  t.is(place.list().length, 2);
  t.not(made.id.split('/').at(-1), `${item.uid}.ics`);
});

test('an interrupted creation that is tried again meets itself', async (t) => {
  const { side, place } = await bench(t, { uidScope: 'none' }, PROFILES.mail2000);
  const made = await side.create({ item: sample('event', 1) });
  t.like(await t.throwsAsync(side.create({ item: sample('event', 1) })), { code: 'AlreadyThere', data: { item: made.id } });
  t.is(place.list().length, 1);
});

test('a deletion removes every part of an item, the first one first', async (t) => {
  const { side, lab } = await bench(t);
  const [one, two] = [await side.create({ item: sample('event', 1) }), await side.create({ item: sample('event', 2) })];
  lab.resetLog();
  await side.delete(one, [...one.parts, { ...two.parts[0]!, part: 'detached:20260303T091500' }]);
  t.deepEqual(lab.log.map(({ method, path }) => [method, path.split('/').at(-1)]), [['DELETE', one.id.split('/').at(-1)], ['DELETE', two.id.split('/').at(-1)]].map(([m, p]) => [m, decodeURIComponent(p!)]));
});

for (const [what, fault] of [['a refused password', { kind: 'answer', status: 401 }], ['a refusal', { kind: 'answer', status: 403 }], ['a text that is cut', { kind: 'wrongLength', by: -40 }]] as const) {
  test(`rules 3, 25: ${what} at the look after a write says nothing of the write, which may have been done`, async (t) => {
    const opened = await bench(t, { etagOnPut: false });
    const made = await opened.side.create({ item: sample('event', 1) });
    opened.lab.faults.add({ method: 'GET', nth: 2, fault });
    const failed = await t.throwsAsync<Error & { data: { mayBeDone?: boolean } }>(opened.side.update(renamed(made, 'Renamed')));
    t.true(failed.data.mayBeDone);
    t.regex(opened.place.list()[0]?.text ?? '', /SUMMARY:Renamed/);
  });
}

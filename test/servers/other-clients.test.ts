import test from 'ava';
import { PROFILES } from '../../src/engine/dav/profile.js';
import type { Kind } from '../../src/engine/model/ids.js';
import { sample } from '../../src/engine/side/contract/samples.js';
import { serverSide } from '../../src/engine/side/server-side.js';
import type { Fetched, Side } from '../../src/engine/side/side.js';
import { codecOf } from '../support/lab-bench.js';
import { startRadicale } from '../support/servers/radicale.js';
import type { RealServer } from '../support/servers/real-server.js';
import { clientOf, newCollection } from '../support/servers/server-bench.js';
import { realClock } from '../support/real-clock.js';
import { vdir } from '../support/vdir.js';
import type { Vdir } from '../support/vdir.js';

let radicale: RealServer;

test.before(async () => { radicale = await startRadicale(); });
test.after.always(async () => { await (radicale as RealServer | undefined)?.stop(); });

async function beside<K extends Kind>(kind: K, work: (side: Side<K>, others: Vdir) => Promise<void>): Promise<void> {
  const client = clientOf(radicale, 'alice');
  const collection = await newCollection(radicale, client, { kind });
  const others = await vdir({ url: radicale.origin + collection, kind, user: 'alice', password: radicale.users['alice'] ?? '' });
  try {
    await work(serverSide({ client, collection, codec: codecOf(kind), profile: PROFILES.radicale, clock: realClock }), others);
  } finally {
    await others.remove();
    client.close();
  }
}

async function everything<K extends Kind>(side: Side<K>): Promise<readonly Fetched<K>[]> {
  const rows: Fetched<K>[] = [];
  for await (const row of side.fetch((await side.list()).items.map(({ id }) => id))) rows.push(row);
  return rows;
}

test('events made by khal and sent by vdirsyncer are read as khal meant them', async (t) => {
  await beside('event', async (side, others) => {
    await others.khal('new', '-l', '台北總部', '-r', 'weekly', '-u', '2026-04-01', '2026-03-04', '09:15', '10:00', '週會', '::', '議程');
    await others.khal('new', '2026-03-05', '2026-03-06', 'Two days off');
    await others.sync();
    const rows = await everything(side);
    t.deepEqual(rows.map((row) => row.ok), [true, true]);
    const fields = rows.flatMap((row) => (row.ok ? [row.item.fields] : []));
    const weekly = fields.find(({ subject }) => subject === '週會');
    t.like(weekly, { location: '台北總部', body: '議程', when: { allDay: false, start: { local: '2026-03-04T09:15:00', zone: 'Asia/Taipei' } }, rule: { freq: 'weekly', interval: 1 } });
    const off = fields.find(({ subject }) => subject === 'Two days off');
    t.deepEqual(off?.when, { allDay: true, start: '2026-03-05', end: '2026-03-07' });
  });
});

test('events written by us are shown by khal on their days, and vdirsyncer takes them as they are', async (t) => {
  await beside('event', async (side, others) => {
    for (const n of [0, 2, 3, 5]) await side.create({ item: sample('event', n) });
    await others.sync();
    t.regex(await others.khal('list', '2026-03-02', '1d'), /09:15-10:00 Weekly meeting 0/);
    t.regex(await others.khal('list', '2026-03-06', '1d'), /09:15-10:00 Lunch; with, commas 2/);
    t.regex(await others.khal('list', '2026-05-31', '1d'), /A\\B "quoted" 3/);
    t.notRegex(await others.khal('list', '2026-06-30', '1d'), /quoted/);
    // 29 February recurs on leap days only.
    t.regex(await others.khal('list', '2032-02-29', '1d'), /週會 5/);
    t.notRegex(await others.khal('list', '2029-02-28', '2d'), /週會 5/);
    const before = await side.list();
    await others.sync();
    t.deepEqual((await side.list()).items, before.items);
  });
});

test('an event that khal made and we changed keeps what only khal wrote', async (t) => {
  await beside('event', async (side, others) => {
    await others.khal('new', '-g', 'Work', '--url', 'https://example.com/room', '2026-03-04', '09:15', '10:00', 'Review');
    await others.sync();
    const [row] = await everything(side);
    if (!row?.ok) return t.fail('not readable');
    const item = { kind: 'event', uid: row.item.uid, fields: { ...row.item.fields, subject: 'Review, moved' } } as const;
    await side.update({ ref: row.item, item, fields: new Set(['subject']), parts: row.item.parts });
    await others.sync();
    const [text = ''] = await others.texts();
    t.regex(text, /SUMMARY:Review\\, moved/);
    t.regex(text, /URL:https:\/\/example.com\/room/);
    t.regex(text, /CATEGORIES:Work/);
  });
});

test('contacts go both ways through vdirsyncer', async (t) => {
  await beside('contact', async (side, others) => {
    await others.add('lin', ['BEGIN:VCARD', 'VERSION:3.0', 'UID:lin@example', 'N:林;志豪;;;', 'FN:林志豪', 'TEL;TYPE=CELL:0912-345-678', 'X-BADGE:77', 'END:VCARD', ''].join('\r\n'));
    await others.sync();
    const [row] = await everything(side);
    if (!row?.ok) return t.fail('not readable');
    t.like(row.item.fields, { name: { family: '林', given: '志豪' }, phones: { mobile: '0912-345-678' } });
    const item = { kind: 'contact', uid: row.item.uid, fields: { ...row.item.fields, company: 'Openfind' } } as const;
    await side.update({ ref: row.item, item, fields: new Set(['company']), parts: row.item.parts });
    await side.create({ item: sample('contact', 2) });
    await others.sync();
    const texts = await others.texts();
    t.is(texts.length, 2);
    const lin = texts.find((text) => text.includes('lin@example')) ?? '';
    t.regex(lin, /ORG:Openfind/);
    t.regex(lin, /X-BADGE:77/);
  });
});

test('Radicale 3.1.8 cuts a URL at its first comma; the read-back shows it', async (t) => {
  await beside('contact', async (side) => {
    const item = sample('contact', 1);
    const made = await side.create({ item: { ...item, fields: { ...item.fields, webPage: 'https://example.com/?x=1,2' } } });
    t.is(made.fields.webPage, 'https://example.com/?x=1');
  });
});

test('a to-do in a calendar is listed as unusable, and no event is lost by it', async (t) => {
  await beside('event', async (side, others) => {
    await others.add('todo', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//\r\nBEGIN:VTODO\r\nUID:t1\r\nDTSTAMP:20260101T000000Z\r\nEND:VTODO\r\nEND:VCALENDAR\r\n');
    await others.sync();
    await side.create({ item: sample('event', 1) });
    t.deepEqual((await side.list()).items.map(({ unusable }) => unusable).sort(), ['component VTODO', undefined]);
  });
});

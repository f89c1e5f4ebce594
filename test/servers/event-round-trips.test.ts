// Every fixture through Debian's Radicale and Outlook's codec, both ways round: nothing is left to write.
import test from 'ava';
import { readFileSync, readdirSync } from 'node:fs';
import { eventTextFor } from '../../src/engine/codec/icalendar/event-text.js';
import { appointmentCodec } from '../../src/engine/codec/outlook/appointment.js';
import { shelfInMemory } from '../../src/engine/codec/shelf.js';
import type { EventFields } from '../../src/engine/model/event.js';
import { EVENT_FIELDS } from '../../src/engine/model/field-specs.js';
import { uid } from '../../src/engine/model/ids.js';
import { serverSide } from '../../src/engine/side/server-side.js';
import type { Found } from '../../src/engine/side/side.js';
import { applySteps } from '../support/outlook-record.js';
import { realClock } from '../support/real-clock.js';
import { startRadicale } from '../support/servers/radicale.js';
import { clientOf, firstUser, newCollection } from '../support/servers/server-bench.js';
import type { RealServer } from '../support/servers/real-server.js';

const FOLDER = 'test/fixtures/events/';
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.ics') && !name.startsWith('broken-'));
/** Texts that Radicale 3.1.8 answers with 400: a byte order mark, DTEND and DURATION at once. */
const REFUSED: readonly string[] = ['other-bom-and-lower-case.ics', 'other-zimbra-end-and-duration.ics'];
const ALL = new Set(Object.keys(EVENT_FIELDS) as (keyof EventFields)[]);
/** One shelf for both codecs, as a profile has. */
const files = shelfInMemory();
const DESK = { zone: 'Taipei Standard Time', listSeparator: ',', self: 'xiaoming@mail.example.tw', files };
const codec = appointmentCodec(DESK);

let server: RealServer;
test.before(async () => { server = await startRadicale(); });
test.after.always(async () => { await server.stop(); });

const inOutlook = (fields: EventFields, id: string): EventFields =>
  codec.read(applySteps(null, codec.steps({ fields, chosen: ALL, current: null, uid: uid(id) }), { zone: DESK.zone, endDate: 'as set' }));

test('server to Outlook to server, and Outlook to server to Outlook, change nothing through Radicale', async (t) => {
  const client = clientOf(server, firstUser(server)), text = eventTextFor(server.profile, files);
  t.teardown(() => { client.close(); });
  const [theirs, ours] = [await newCollection(server, client, { kind: 'event' }), await newCollection(server, client, { kind: 'event' })];
  const side = (collection: string) => serverSide({ client, collection, codec: text, profile: server.profile, clock: realClock });
  const shared = (fields: EventFields): EventFields => codec.narrow(text.narrow(fields));

  const refused: string[] = [];
  for (const name of NAMES) {
    const body = readFileSync(FOLDER + name, 'utf8').replace(/METHOD:[A-Z]+\r?\n/, '');
    await client.put(`${theirs}${name}`, { body, contentType: text.contentType, ifMatch: null, ifNoneMatch: null }).catch(() => refused.push(name));
  }
  t.deepEqual(refused, REFUSED);
  const found: Found<'event'>[] = [];
  const from = side(theirs);
  for await (const row of from.fetch((await from.list()).items.map(({ id }) => id))) if (row.ok) found.push(row.item);
  t.is(found.length, NAMES.length - REFUSED.length);

  const to = side(ours);
  for (const one of found) {
    const seen = inOutlook(one.fields, one.uid);
    t.deepEqual(shared(seen), shared(one.fields), `${one.uid}: Outlook shows what the server says`);
    const made = await to.create({ item: { kind: 'event', uid: one.uid, fields: seen } });
    t.deepEqual(text.narrow(made.fields), text.narrow(seen), `${one.uid}: the server says what Outlook showed`);
    t.deepEqual(inOutlook(made.fields, one.uid), seen, `${one.uid}: and Outlook shows it again`);
  }
});

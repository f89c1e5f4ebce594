// Cards that point to their picture: asked for once, never at the cost of the contact, and the line stays until the picture changes.
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { newMeans } from '../../../src/engine/codec/means.js';
import { cardText } from '../../../src/engine/codec/vcard/card-text.js';
import { PROFILES } from '../../../src/engine/dav/profile.js';
import { serverSide } from '../../../src/engine/side/server-side.js';
import type { Change, Found } from '../../../src/engine/side/side.js';
import { labBench } from '../../support/lab-bench.js';
import { JPEG } from '../../support/pictures.js';
import { photoOf, shelved } from '../../../src/engine/codec/contact/photos.js';
import { realClock } from '../../support/real-clock.js';

const LINE = 'PHOTO;VALUE=uri:https://cdn.example.org/p.jpg';
const card = (photo = LINE): string => ['BEGIN:VCARD', 'VERSION:3.0', 'UID:pictured', 'FN:Pic Ture', 'N:Ture;Pic;;;', photo, 'END:VCARD', ''].join('\r\n');

async function book(t: ExecutionContext, answers: (address: string) => Uint8Array | null) {
  const { client, collection, place, close } = await labBench('contact', { profile: PROFILES.generic });
  t.teardown(close);
  const means = newMeans(), asked: string[] = [];
  const side = serverSide({ client, collection, codec: cardText('3.0', means), profile: PROFILES.generic, clock: realClock,
    picture: (address) => { asked.push(address); return Promise.resolve(answers(address)); } });
  place.put('p.vcf', card());
  const read = async (): Promise<Found<'contact'>> => {
    for await (const row of side.fetch((await side.list()).items.map(({ id }) => id))) if (row.ok) return row.item;
    throw new Error('no contact');
  };
  const text = (): string => place.get('p.vcf') ?? '';
  return { side, place, means, asked, read, text };
}

const withFields = (found: Found<'contact'>, fields: Partial<Found<'contact'>['fields']>): Change<'contact'> => ({
  ref: found, item: { kind: 'contact', uid: found.uid, fields: { ...found.fields, ...fields } }, fields: new Set(Object.keys(fields) as (keyof typeof found.fields)[]), parts: found.parts,
});

test('peers 83: the picture is what the address gives, asked for once while the address stays, and its line outlives other changes', async (t) => {
  const { side, place, asked, read, text } = await book(t, () => JPEG);
  const found = await read();
  t.deepEqual(found.fields.photo, photoOf(JPEG));
  await side.update(withFields(found, { jobTitle: 'Model' }));
  t.true(text().includes('TITLE:Model') && text().includes(LINE));
  t.deepEqual((await read()).fields.photo, photoOf(JPEG));
  t.is(asked.length, 1);
  place.put('p.vcf', card(LINE.replace('p.jpg', 'q.jpg')));
  await read();
  t.deepEqual(asked, ['https://cdn.example.org/p.jpg', 'https://cdn.example.org/q.jpg']);
});

test('peers 83: another picture takes the place of the address, none takes it away', async (t) => {
  const { side, means, read, text } = await book(t, () => JPEG);
  const photo = shelved(means.files, Uint8Array.from([...JPEG, 1]));
  const changed = await side.update(withFields(await read(), { photo }));
  t.deepEqual(changed.fields.photo, photo);
  t.notRegex(text(), /cdn\.example/);
  const { side: other, read: again, text: left } = await book(t, () => JPEG);
  t.is((await other.update(withFields(await again(), { photo: null }))).fields.photo, null);
  t.notRegex(left(), /PHOTO/);
});

test('peers 83: an address that gives nothing costs no contact and loses no line', async (t) => {
  const { side, read, text } = await book(t, () => null);
  const found = await read();
  t.is(found.fields.photo, null);
  await side.update(withFields(found, { jobTitle: 'Model' }));
  t.true(text().includes('TITLE:Model') && text().includes(LINE));
});

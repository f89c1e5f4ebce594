// What only contacts have, through the whole wire to the lab's Outlook: pictures, distribution lists, Exchange addresses, names of every script.
import { createHash } from 'node:crypto';
import test from 'ava';
import { contactCodec } from '../../../src/engine/codec/outlook/contact.js';
import { newMeans } from '../../../src/engine/codec/means.js';
import { photoOf, shelved } from '../../../src/engine/codec/contact/photos.js';
import type { ContactFields } from '../../../src/engine/model/contact.js';
import { uid, type ItemId } from '../../../src/engine/model/ids.js';
import type { FieldName } from '../../../src/engine/model/item.js';
import { outlookSide } from '../../../src/engine/side/outlook-side.js';
import type { Found, Side } from '../../../src/engine/side/side.js';
import { outlookBenches, type Benches, type OutlookBench } from '../../ps-host/outlook-bench.js';
import { shells, type Shell } from '../../ps-host/desk.js';
import { realClock } from '../../support/real-clock.js';
import { aContact, NO_FIELDS } from '../../support/an-event.js';
import { ALL_FIELDS } from '../../support/card-fixtures.js';
import { HUA, MEI, MING } from '../../support/certificates.js';
import { JPEG, LARGE_JPEG } from '../../support/pictures.js';

let made = 0;

const endings: (() => unknown)[] = [];
/** One host a shell, for all tests: a host is slow to start. */
const hosts = new Map<string, Benches>();
test.after.always(async () => {
  for (const end of endings) await end();
});

function benchesOf(shell: Shell): Benches {
  const held = hosts.get(shell.name) ?? outlookBenches({ teardown: (close) => void endings.push(close) }, { shell });
  hosts.set(shell.name, held);
  return held;
}

async function begun(shell = shells[0]!) {
  const bench = await benchesOf(shell).open('contact'), means = newMeans();
  const side = outlookSide({
    call: bench.call, clock: realClock, folder: bench.folder, codec: contactCodec({ zone: 'Taipei Standard Time', listSeparator: ',' }, means), link: 'ours',
    newToken: () => `t${String(made += 1)}`, newUid: () => `u${String(made += 1)}`,
  });
  return { bench, means, side };
}

const create = (side: Side<'contact'>, fields: ContactFields): Promise<Found<'contact'>> => side.create({ item: { kind: 'contact', uid: uid(`c${String(made += 1)}`), fields } });
const update = (side: Side<'contact'>, { id, version, parts, uid: who, fields: before }: Found<'contact'>, fields: Partial<ContactFields>): Promise<Found<'contact'>> =>
  side.update({ ref: { id, version }, item: { kind: 'contact', uid: who, fields: { ...before, ...fields } }, fields: new Set(Object.keys(fields) as FieldName<'contact'>[]), parts });
async function read(side: Side<'contact'>, id: ItemId): Promise<Found<'contact'>> {
  for await (const row of side.fetch([id])) if (row.ok) return row.item; else throw row.error;
  throw new Error('no row');
}
const inOutlook = (bench: OutlookBench<'contact'>, id: ItemId, text: string) => bench.desk.lab(`$item = $args[0].Session.GetItemFromID($args[1]); ${text}`, id);

test.serial('a picture is the one that was written, though Outlook encodes it anew, until the user gives another', async (t) => {
  const { bench, means, side } = await begun();
  const photo = shelved(means.files, JPEG)!;
  const contact = await create(side, aContact({ photo }));
  t.deepEqual(contact.fields.photo, photo);
  t.is(await inOutlook(bench, contact.id, '$item.HasPicture'), true);
  t.deepEqual((await read(side, contact.id)).fields.photo, photo);

  await inOutlook(bench, contact.id, "$path = [IO.Path]::GetTempFileName(); [IO.File]::WriteAllBytes($path, [byte[]](0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3)); $item.AddPicture($path); $item.Save(); [IO.File]::Delete($path)");
  const theirs = (await read(side, contact.id)).fields.photo;
  t.not(theirs?.sha256, photo.sha256);
  t.is(createHash('sha256').update(means.files.take(theirs!.sha256)!).digest('hex'), theirs!.sha256);

  const without = await update(side, await read(side, contact.id), { photo: null });
  t.is(without.fields.photo, null);
  t.is(await inOutlook(bench, contact.id, '$item.HasPicture'), false);
});

test.serial('desk 4: a picture of a megabyte crosses as files, and none stays in the ipc folder', async (t) => {
  const { bench, means, side } = await begun();
  const photo = shelved(means.files, LARGE_JPEG)!;
  const contact = await create(side, aContact({ photo }));
  t.deepEqual((await read(side, contact.id)).fields.photo, photo);
  t.is(await bench.desk.lab("@([IO.Directory]::GetFiles($args[1], '*.bin')).Length", `${bench.desk.folder}/ipc`), 0);
});

test.serial('a picture whose octets nobody has, one of more than 5 MB, and one in a format that Outlook does not take, leave the contact as it is', async (t) => {
  const { side } = await begun();
  const photo = photoOf(JPEG);
  t.like((await create(side, aContact({ photo, company: 'Acme' }))).fields, { photo: null, company: 'Acme' });
  for (const odd of [{ ...photo, octets: 5 * 1024 * 1024 + 1 }, { ...photo, format: 'other' as const }]) t.is(side.narrow(aContact({ photo: odd })).photo, null);
});

test.serial('a distribution list lies among the contacts with its members, which come and go by their addresses', async (t) => {
  const { bench, means, side } = await begun();
  means.directory.learn('card-1', aContact({ emails: ['ann@example.com'], name: { ...NO_FIELDS.name, given: 'Ann', family: 'Lee' } }));
  const list: ContactFields = { ...NO_FIELDS, kind: 'list', name: { ...NO_FIELDS.name, full: '業務部' }, note: 'all\nof them', categories: ['Work'], members: ['mailto:ann@example.com', 'mailto:bo@example.com', 'urn:uuid:nobody'] };
  const created = await create(side, list);
  t.deepEqual(created.fields, side.narrow(list));
  t.deepEqual(created.fields.members, ['mailto:ann@example.com', 'mailto:bo@example.com']);
  t.is(await inOutlook(bench, created.id, '"$($item.DLName)|$($item.MemberCount)|$($item.GetMember(1).Name)"'), '業務部|2|Ann Lee');
  t.like(await side.list(), { complete: true, items: [{ id: created.id, unusable: undefined }] });

  await inOutlook(bench, created.id, "$new = $args[0].Session.CreateRecipient('Cy <Cy@Example.com>'); [void]$new.Resolve(); $item.AddMember($new); $item.RemoveMember($item.GetMember(2)); $item.Save()");
  const edited = await read(side, created.id);
  t.deepEqual(edited.fields.members, ['mailto:ann@example.com', 'mailto:cy@example.com']);
  t.deepEqual((await update(side, edited, { members: ['mailto:cy@example.com'], note: '' })).fields, { ...edited.fields, members: ['mailto:cy@example.com'], note: '' });
  await t.throwsAsync(update(side, await read(side, created.id), { kind: 'person' }), { message: /kind-changed/ });
});

test.serial('an Exchange address is read as the SMTP address behind it and left as it is; without one the contact says why it cannot be read', async (t) => {
  const { bench, side } = await begun();
  const contact = await create(side, aContact({ emails: ['a@example.com'] }));
  const raw = (text: string) => bench.desk.lab('$args[0].Lab.SetRaw($args[1][0], $args[1][1])', [contact.id, text]);
  await raw('{"Email1Address":"/o=org/cn=ann","Email1AddressType":"EX","Email1Original":"ann@mail.example"}');
  const exchange = await read(side, contact.id);
  t.deepEqual(exchange.fields.emails, ['ann@mail.example']);
  await update(side, exchange, { emails: ['ann@mail.example', 'b@example.com'] });
  t.is(await inOutlook(bench, contact.id, '"$($item.Email1AddressType) $($item.Email2Address)"'), 'EX b@example.com');
  await raw('{"Email1Original":""}');
  await t.throwsAsync(read(side, contact.id), { message: /exchange-address/ });
});

for (const shell of shells.slice(0, 2)) {
  test.serial(`certificates stand in Outlook's own property as bytes, one or several, and the last stays there but counts no more (${shell.name})`, async (t) => {
    const { bench, side } = await begun(shell);
    const held = (id: ItemId) => inOutlook(bench, id, `[string]::Join(' ', @($item.PropertyAccessor.GetProperty('${CERTIFICATES}') | ForEach-Object { $_.GetType().Name + ':' + $_.Length }))`);
    const contact = await create(side, aContact({ certificates: [MEI] }));
    t.deepEqual(contact.fields.certificates, [MEI]);
    t.is(await held(contact.id), `Byte[]:${String(octetsOf(MEI) + 28)}`);

    const two = await update(side, contact, { certificates: [HUA, MEI].sort() });
    t.deepEqual((await read(side, two.id)).fields.certificates, [HUA, MEI].sort());
    t.is(await held(contact.id), `Byte[]:${String(octetsOf(MEI) + 28)} Byte[]:${String(octetsOf(HUA) + 28)}`);

    // What the user took from a mail, by Outlook.
    const value = Buffer.concat([Buffer.from([3, 0]), Buffer.from(Uint16Array.of(octetsOf(MING) + 4).buffer), Buffer.from(MING, 'base64')]);
    await inOutlook(bench, contact.id, `$list = New-Object object[] 1; $list[0] = [Convert]::FromBase64String('${value.toString('base64')}'); $item.PropertyAccessor.SetProperty('${CERTIFICATES}', $list); $item.Save()`);
    const theirs = await read(side, contact.id);
    t.deepEqual(theirs.fields.certificates, [MING]);

    const gone = await update(side, theirs, { certificates: [] });
    t.deepEqual(gone.fields.certificates, []);
    t.deepEqual((await read(side, gone.id)).fields.certificates, []);
    t.is(await held(contact.id), `Byte[]:${String(value.length)}`);
    const back = await update(side, await read(side, gone.id), { certificates: [MING] });
    t.deepEqual((await read(side, back.id)).fields.certificates, [MING]);
    t.deepEqual((await read(side, (await create(side, aContact({}))).id)).fields.certificates, []);
  });
}

for (const local of [true, false]) {
  const away = local ? 'Pacific Standard Time' : 'Russian Standard Time';
  test.serial(`OOM 5.3: a birthday stays its day where the machine came to '${away}', ${local ? 'for Outlook wrote the day itself' : 'less than half a day away'}`, async (t) => {
    const { bench, side } = await begun(), settings = (json: string) => bench.desk.lab('$args[0].Lab.ChangeForAll($args[1])', json);
    await settings(`{"BirthdayLocal":${String(local)}}`);
    const contact = await create(side, aContact({ birthday: '1980-02-29', anniversary: '2008-03-01' }));
    await settings(`{"MachineZone":"${away}"}`);
    t.regex(String(await inOutlook(bench, contact.id, "$item.Birthday.ToString('MM-dd HH:mm')")), local ? /^02-28 08:00$/ : /^02-28 19:00$/);
    const there = await read(side, contact.id);
    t.deepEqual([there.fields.birthday, there.fields.anniversary], ['1980-02-29', '2008-03-01']);
    const moved = await update(side, there, { birthday: '1980-03-02' });
    t.deepEqual([moved.fields.birthday, moved.fields.anniversary], ['1980-03-02', '2008-03-01']);
    await settings('{"MachineZone":"Taipei Standard Time"}');
    t.deepEqual((await read(side, contact.id)).fields.birthday, '1980-03-02');
    t.deepEqual((await read(side, (await create(side, aContact({}))).id)).fields.birthday, null);
  });
}

const CERTIFICATES = 'http://schemas.microsoft.com/mapi/proptag/0x3A701102';
const octetsOf = (certificate: string): number => Buffer.byteLength(certificate, 'base64');

const NAMES: readonly (readonly [string, string, string])[] = [
  ['Traditional Chinese', '歐陽', '娜娜𠮷'], ['Japanese', '斎藤', 'さくら・サクラ'], ['full-width', 'ＷＡＮＧ', '（小明）'], ['emoji', '👩‍👩‍👧', '🇹🇼 Ann 🎂'], ['right-to-left', 'כהן', 'دانا\u200F (Dana)'], ['combining', 'Nguyễn', 'e\u0301a\u030A'],
];

for (const shell of shells.slice(0, 2)) {
  test.serial(`names in every script go through the wire and come back unchanged (${shell.name})`, async (t) => {
    const { bench, side } = await begun(shell);
    for (const [what, family, given] of NAMES) {
      const fields = aContact({ name: { ...NO_FIELDS.name, family, given }, company: family, note: `${given}\n${family}`, nicknames: [given], phonetics: { family, given }, homeAddress: { street: given, city: family, region: '', postalCode: '', country: '', poBox: '' } });
      const contact = await create(side, fields);
      t.deepEqual(contact.fields, side.narrow(fields), what);
      t.is(await inOutlook(bench, contact.id, '$item.LastName + "|" + $item.FirstName'), `${family}|${given}`);
      const again = contactCodec({ zone: 'Taipei Standard Time', listSeparator: ',' }).steps({ fields: contact.fields, chosen: ALL_FIELDS, current: JSON.parse(contact.parts[0]!.text) as never });
      t.deepEqual(again, [], what);
    }
  });
}

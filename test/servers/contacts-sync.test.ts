// Contacts between Radicale and the lab's Outlook through the whole product: names of every script, a picture, a list of the book's own cards.
import test from 'ava';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labProduct } from '../support/lab-product.js';
import { JPEG } from '../support/pictures.js';
import { startRadicale } from '../support/servers/radicale.js';
import type { RealServer } from '../support/servers/real-server.js';
import { clientOf, newCollection } from '../support/servers/server-bench.js';
import { vdir } from '../support/vdir.js';

const USER = 'carol@example.com.tw';
const QUIET = /In step: \d+ items, nothing to do|0 done, 0 held, 0 failed/;

let radicale: RealServer, folder: string;
test.before(async () => {
  radicale = await startRadicale();
  folder = await mkdtemp(join(tmpdir(), 'm2k-cards-'));
});
test.after.always(async () => {
  await radicale.stop();
  await rm(folder, { recursive: true, force: true });
});

const card = (id: string, lines: readonly string[]): string => ['BEGIN:VCARD', 'VERSION:3.0', `UID:${id}`, ...lines, 'END:VCARD', ''].join('\r\n');

const NAMES = [['歐陽', '娜娜𠮷'], ['斎藤', 'さくら'], ['ＷＡＮＧ', '（小明）'], ['👩‍👩‍👧', '🇹🇼 Ann'], ['כהן', 'دانا'], ['Nguyễn', 'Ái']] as const;

const people = (): Readonly<Record<string, string>> => Object.fromEntries([
  ...NAMES.map(([family, given], n) => [`p${String(n)}.vcf`, card(`p${String(n)}`, [`FN:${given} ${family}`, `N:${family};${given};;;`, `NICKNAME:${given}`, `EMAIL;TYPE=INTERNET:p${String(n)}@example.com`, 'X-KEPT;ODD=1:as it is\\, was'])] as const),
  ['photo.vcf', card('photo', ['FN:Pic Ture', 'N:Ture;Pic;;;', `PHOTO;ENCODING=b;TYPE=JPEG:${Buffer.from(JPEG).toString('base64')}`])] as const,
  ['team.vcf', card('team', ['FN:業務部', 'N:業務部;;;;', 'X-ADDRESSBOOKSERVER-KIND:group', 'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:p0', 'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:gone'])] as const,
]);

test('names, picture and list arrive in Outlook, edits go back and disturb nothing else, and every second run is quiet', async (t) => {
  const client = clientOf(radicale, USER), password = radicale.users[USER]!;
  const book = await newCollection(radicale, client, { kind: 'contact', name: 'people', user: USER });
  client.close();
  const theirs = await vdir({ url: radicale.origin + book, kind: 'contact', user: USER, password });
  t.teardown(() => theirs.remove());
  for (const [name, text] of Object.entries(people())) await theirs.add(name, text);
  await theirs.sync();
  const texts = async (): Promise<readonly string[]> => { await theirs.sync(); return [...await theirs.texts()].sort(); };
  const before = await texts();

  const product = await labProduct(folder, USER);
  const sync = async (): Promise<string> => { const { code, text } = await product.m2ksync(['sync']); t.is(code, 0, text); return text; };
  const connected = await product.m2ksync(['connect', '--address', USER, '--host', radicale.origin, '--preset', 'generic'], `${password}\n`);
  t.is(connected.code, 0, connected.text);
  await sync();
  const shown = await product.inOutlook('foreach ($item in $contacts.Items) { if ($item.Class -eq 69) { "list {0} {1} {2}" -f $item.DLName, $item.MemberCount, $item.GetMember(1).Address } else { "{0}|{1}|{2}" -f $item.LastName, $item.FirstName, $item.HasPicture } }');
  t.deepEqual([...shown].sort(), [...NAMES.map(([family, given]) => `${family}|${given}|False`), 'Ture|Pic|True', 'list 業務部 1 p0@example.com'].sort());
  t.regex(await sync(), QUIET);
  t.deepEqual(await texts(), before);

  await product.inOutlook(`
    foreach ($item in $contacts.Items) {
      if ($item.Class -eq 69) { $new = $session.CreateRecipient('p1@example.com'); [void]$new.Resolve(); $item.AddMember($new); $item.Save() }
      elseif ($item.FirstName -eq 'Pic') { $item.JobTitle = 'Model'; $item.Save() }
    }`);
  await sync();
  const after = await texts();
  t.regex(after.find((text) => text.includes('UID:team')) ?? '', /MEMBER:urn:uuid:p0[^]*MEMBER:urn:uuid:gone[^]*MEMBER:urn:uuid:p1/);
  const pictured = after.find((text) => text.includes('UID:photo')) ?? '';
  t.true(pictured.includes('TITLE:Model'));
  t.true(pictured.includes(Buffer.from(JPEG).toString('base64')), 'the picture is the one that was there');
  t.deepEqual(after.filter((text) => text.includes('X-KEPT')), before.filter((text) => text.includes('X-KEPT')));
  t.regex(await sync(), QUIET);
});

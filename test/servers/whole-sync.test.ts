// The whole product between Radicale and the lab's Outlook: engine, wire, PowerShell, HTTP; khal and vdirsyncer stand for everybody else.
import test from 'ava';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LAB_ENGINE } from '../support/lab-program.js';
import { startRadicale } from '../support/servers/radicale.js';
import type { RealServer } from '../support/servers/real-server.js';
import { clientOf, newCollection } from '../support/servers/server-bench.js';
import { runCommand } from '../support/shell.js';
import { vdir } from '../support/vdir.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MODULE = join(ROOT, 'lab/outlook/LabOutlook.psd1');
const USER = 'carol@example.com.tw';

let radicale: RealServer, folder: string;
test.before(async () => {
  radicale = await startRadicale();
  folder = await mkdtemp(join(tmpdir(), 'm2k-whole-'));
});
test.after.always(async () => {
  await radicale.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What a person does in Outlook: `$calendar` and `$contacts` are the folders that M2KSync made. Gives what is printed, line by line. */
async function inOutlook(script: string): Promise<readonly string[]> {
  const { stdout, stderr, code } = await runCommand(`
    Import-Module '${MODULE}'
    $outlook = Get-LabOutlook -Path '${join(folder, 'mailbox.json')}'
    $session = $outlook.GetNamespace('MAPI')
    $calendar = $session.GetDefaultFolder(9); if ($calendar.Folders.Count -gt 0) { $calendar = $calendar.Folders.Item(1) }
    $contacts = $session.GetDefaultFolder(10); if ($contacts.Folders.Count -gt 0) { $contacts = $contacts.Folders.Item(1) }
    ${script}`);
  if (code !== 0 || stderr !== '') throw new Error(`${String(code)} ${stderr}`);
  return stdout.split(/\r?\n/).filter((line) => line !== '');
}

function m2ksync(args: readonly string[], input = ''): Promise<{ readonly code: number | null; readonly text: string }> {
  const own = ['--profile-root', folder, '--outlook-module', MODULE, '--outlook-function', 'Get-LabOutlook', '--outlook-path', join(folder, 'mailbox.json')];
  const child = spawn(process.execPath, [LAB_ENGINE, ...args, ...own], { stdio: ['pipe', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (more: string) => { text += more; });
  child.stdin.end(input);
  return new Promise((resolve) => { child.on('close', (code) => { resolve({ code, text }); }); });
}

test.serial('items of other clients arrive in Outlook, what is made in Outlook is read back by them, and then all is quiet', async (t) => {
  const client = clientOf(radicale, USER);
  const [calendar, book] = [await newCollection(radicale, client, { kind: 'event', name: 'work', user: USER }), await newCollection(radicale, client, { kind: 'contact', name: 'people', user: USER })];
  client.close();
  const others = await vdir({ url: radicale.origin + calendar, kind: 'event', user: USER, password: radicale.users[USER]! });
  const people = await vdir({ url: radicale.origin + book, kind: 'contact', user: USER, password: radicale.users[USER]! });
  t.teardown(() => Promise.all([others.remove(), people.remove()]));

  await others.khal('new', '-l', '台北總部', '-r', 'weekly', '-u', '2027-04-01', '2027-03-03', '09:15', '10:00', '週會', '::', '議程');
  await others.khal('new', '2027-03-05', '2027-03-06', 'Two days off');
  await others.sync();
  await people.add('lin.vcf', 'BEGIN:VCARD\r\nVERSION:3.0\r\nUID:lin\r\nFN:林志豪\r\nN:林;志豪;;;\r\nTEL;TYPE=CELL:0912-345-678\r\nX-KEPT:yes\r\nEND:VCARD\r\n');
  await people.sync();

  const made = await runCommand(`Import-Module '${MODULE}'; New-LabMailbox -Path '${join(folder, 'mailbox.json')}' -Owner '${USER}' | Out-Null`);
  t.is(made.code, 0, made.stderr);
  const connected = await m2ksync(['connect', '--address', USER, '--host', radicale.origin, '--preset', 'generic'], `${radicale.users[USER]!}\n`);
  t.is(connected.code, 0, connected.text);
  const first = await m2ksync(['sync']);
  t.is(first.code, 0, first.text);
  t.deepEqual([...await inOutlook('foreach ($item in $calendar.Items) { "{0}|{1}|{2}|{3:yyyy-MM-dd HH:mm}|{4}" -f $item.Subject, $item.Location, $item.AllDayEvent, $item.Start, $item.IsRecurring }')].sort(),
    ['Two days off||True|2027-03-05 00:00|False', '週會|台北總部|False|2027-03-03 09:15|True']);
  t.deepEqual(await inOutlook('foreach ($item in $contacts.Items) { $item.LastName + $item.FirstName + " " + $item.MobileTelephoneNumber }'), ['林志豪 0912-345-678']);

  await inOutlook(`
    $item = $calendar.Items.Add(1); $item.Subject = 'Lunch; "with" $(Get-Date), 客戶'; $item.Start = [datetime]::new(2027, 3, 10, 12, 0, 0); $item.Duration = 60; $item.Save()
    $card = $contacts.Items.Item(1); $card.JobTitle = 'Director'; $card.Save()`);
  const second = await m2ksync(['sync']);
  t.is(second.code, 0, second.text);
  await others.sync();
  t.regex(await others.khal('list', '2027-03-10', '1d'), /12:00-13:00 Lunch; "with" \$\(Get-Date\), 客戶/);
  await people.sync();
  const [card] = await people.texts();
  t.regex(card ?? '', /TITLE:Director/);
  t.regex(card ?? '', /X-KEPT:yes/);

  const third = await m2ksync(['sync']);
  t.is(third.code, 0, third.text);
  t.regex(third.text, /In step: 4 items, nothing to do|0 done, 0 held, 0 failed/);
});

// Files and formatted texts through the whole product: wire, PowerShell, the lab's Outlook and Mail2000 (rules 20, 30).
import test from 'ava';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import { ADDRESS, SECRET } from './lab-engine.js';
import { desk, items } from './wire-desk.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const FILE = `ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=agenda.txt:${base64('agenda')}`;
const LINK = 'ATTACH;X-odd="a;b":https://example.com/papers?x=1,2';
const EVENT = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', 'BEGIN:VTIMEZONE', 'TZID:Asia/Taipei', 'BEGIN:STANDARD', 'DTSTART:19790930T230000', 'TZOFFSETFROM:+0900', 'TZOFFSETTO:+0800',
  'END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT', 'UID:files@example.org', 'DTSTAMP:20260101T000000Z', 'SUMMARY:Files', 'DTSTART;TZID=Asia/Taipei:20270303T100000',
  'DTEND;TZID=Asia/Taipei:20270303T110000', 'DESCRIPTION:Agenda', FILE, LINK, 'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n');
const FOUND = "$folder = $outlook.Session.GetDefaultFolder(9).Folders.Item(1); $item = @($folder.Items | Where-Object { $_.Subject -eq 'Files' })[0];";
const LIST = `${FOUND} ($item.Attachments | ForEach-Object { "$($_.Type) $($_.DisplayName)" }) -join '|'`;
const RTF = String.raw`{\rtf1\ansi{\b Agenda}}`;
const GET_RTF = `${FOUND} [Text.Encoding]::ASCII.GetString($item.RTFBody)`;

test.serial('rules 20, 30: files cross both ways, links stay, formatting comes back with an undo, and what nobody can keep holds a deletion', async (t) => {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const calendar = server.office.collection(`calendars/${ADDRESS}/default`);
  calendar.put('files.ics', EVENT);
  const { command, look } = await desk(t);
  t.timeout(480_000);
  const textNow = (): string => (calendar.list().map(({ text }) => text).find((one) => one.includes('files@example.org')) ?? '').replace(/\r\n /g, '');
  const sync = async (...args: readonly string[]): Promise<ReturnType<typeof items>> => items(await command(['sync', ...args])).filter(({ title }) => title === 'Files');
  const restore = async (): Promise<void> => {
    const entry = (await command(['history'])).records.flatMap((record) => (record.t === 'history' && record.entry.title === 'Files' && record.entry.side === 'outlook' ? [record.entry.id] : []))[0];
    const { exitCode, last } = await command(['restore', '--id', String(entry)]);
    t.is(exitCode, 0, JSON.stringify(last));
  };
  const quiet = async (what: string): Promise<void> => {
    server.resetLog();
    t.deepEqual([items(await command(['sync'])), server.counts()['PUT']], [[], undefined], what);
  };

  await command(['connect', '--address', ADDRESS, '--host', server.origin], `${SECRET}\n`);
  await sync();
  t.is(await look(`${FOUND} $path = [IO.Path]::GetTempFileName(); $item.Attachments.Item(1).SaveAsFile($path); [IO.File]::ReadAllText($path); [IO.File]::Delete($path)`), 'agenda');
  await quiet('from the server');

  await look(`${FOUND} $folderOf = [IO.Directory]::CreateTempSubdirectory(); $path = "$($folderOf.FullName)/plan.pdf"; [IO.File]::WriteAllText($path, 'plan'); [void]$item.Attachments.Add($path);
    $item.RTFBody = [Text.Encoding]::ASCII.GetBytes('${RTF}'); $item.Save(); $outlook.Lab.Attach($item.EntryID, '{"name":"mail","type":5,"data":"aGVsbG8=","hidden":false}'); $folderOf.Delete($true)`.replaceAll('\n', ' '));
  const [added] = await sync();
  t.deepEqual([added?.result, added?.unkept], ['done', [{ side: 'outlook', names: ['mail'] }]]);
  for (const line of [FILE, LINK, `ATTACH;FMTTYPE=application/pdf;ENCODING=BASE64;VALUE=BINARY;FILENAME=plan.pdf;X-FILENAME=plan.pdf:${base64('plan')}`]) t.true(textNow().includes(`${line}\r\n`), line);
  await quiet('from Outlook');

  calendar.put('files.ics', calendar.get('files.ics')!.replace('DESCRIPTION:Agenda', 'DESCRIPTION:Another text'));
  await sync();
  t.not(await look(GET_RTF), RTF);
  await restore();
  t.is(await look(GET_RTF), RTF);
  t.regex(textNow(), /DESCRIPTION:Agenda\r/);
  await quiet('restored');

  calendar.remove('files.ics');
  const [held] = await sync();
  t.like(held, { result: 'held', reason: 'files-unkept', detail: 'mail' });
  t.is(await look(LIST), '1 agenda.txt|1 plan.pdf|5 mail');
  t.like(await sync('--accept', held?.id ?? ''), [{ result: 'done' }]);
  t.is(await look(`${FOUND} $null -eq $item`), 'True');
  await restore();
  t.deepEqual([await look(LIST), await look(GET_RTF)], ['1 agenda.txt|1 plan.pdf|5 mail', RTF]);
  for (const line of [LINK, base64('plan'), base64('agenda')]) t.true(textNow().includes(`${line}\r\n`), line);
  await quiet('brought back');
});

test.serial('OOM 3.1, rule 11: files of one occurrence cross both ways where the server keeps occurrences as events of their own, and stay with it', async (t) => {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const calendar = server.office.collection(`calendars/${ADDRESS}/default`);
  calendar.put('files.ics', EVENT.replace('DESCRIPTION:Agenda', 'RRULE:FREQ=DAILY;COUNT=4'));
  const { command, look } = await desk(t);
  t.timeout(480_000);
  const sync = async (): Promise<readonly string[]> => items(await command(['sync'])).map(({ result }) => result);
  const filed = (): readonly string[] => calendar.list().map(({ text }) => text.replace(/\r\n /g, '')).filter((text) => text.includes('SUMMARY:Files'))
    .map((text) => `${/X-M2KSYNC-RECURRENCE-ID:(\d+)/.exec(text)?.[1] ?? 'series'}: ${[...text.matchAll(/X-FILENAME=([^;:]*)/g)].map(([, name]) => name).toSorted().join(' ')}`).toSorted();
  const shown = (): Promise<string> => look(`${FOUND} ($item.GetRecurrencePattern().Exceptions | ForEach-Object { "$($_.OriginalDate.ToString('MM-dd')) $(($_.AppointmentItem.Attachments | ForEach-Object { $_.DisplayName }) -join ' ')" }) -join '|'`);
  await command(['connect', '--address', ADDRESS, '--host', server.origin], `${SECRET}\n`);
  await sync();
  await look(`${FOUND} $path = "$([IO.Directory]::CreateTempSubdirectory().FullName)/minutes.txt"; [IO.File]::WriteAllText($path, 'minutes'); $one = $item.GetRecurrencePattern().GetOccurrence([datetime]'2027-03-04 10:00'); [void]$one.Attachments.Add($path, 1); $one.Save()`);
  t.deepEqual(await sync(), ['done']);
  t.deepEqual(filed(), ['20270304: agenda.txt minutes.txt', 'series: agenda.txt']);
  server.resetLog();
  t.deepEqual([await sync(), server.counts()['PUT']], [[], undefined]);

  const [part] = calendar.list().filter(({ text }) => text.includes('X-M2KSYNC-RECURRENCE-ID'));
  calendar.put(part!.name, part!.text.replace('SUMMARY:Files', `SUMMARY:Files\r\n${FILE.replace('agenda.txt', 'plan.txt').replace(base64('agenda'), base64('plan'))}`));
  t.deepEqual(await sync(), ['done']);
  t.is(await shown(), '03-04 agenda.txt minutes.txt plan.txt');
  t.deepEqual([await sync(), filed()], [[], ['20270304: agenda.txt minutes.txt plan.txt', 'series: agenda.txt']]);
});

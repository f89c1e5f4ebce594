// Meetings and a mailbox that another tool filled, through the whole product: wire, PowerShell, the lab's Outlook and Mail2000 (rules 9, 26-28).
import test from 'ava';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import { ADDRESS, SECRET } from './lab-engine.js';
import { desk, items } from './wire-desk.js';

const text = (uid: string, ...lines: readonly string[]): string => [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', 'BEGIN:VTIMEZONE', 'TZID:Asia/Taipei', 'BEGIN:STANDARD', 'DTSTART:19790930T230000', 'TZOFFSETFROM:+0900', 'TZOFFSETTO:+0800',
  'END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n');
const at = (start: string, end: string): readonly string[] => [`DTSTART;TZID=Asia/Taipei:${start}`, `DTEND;TZID=Asia/Taipei:${end}`];
const PEOPLE = [`ATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:${ADDRESS}`, 'ATTENDEE;CN=Hua;ROLE=OPT-PARTICIPANT;X-NUM-GUESTS=0:mailto:hua@example.org'];
const ATTACH = 'ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY:SGVsbG8=';
const CALENDAR = '$calendar = $outlook.Session.GetDefaultFolder(9).Folders.Item(1); $of = @{}; foreach ($one in @($calendar.Items)) { $of[$one.Subject] = $one };';

test.serial('rules 26, 27: meetings go both ways, nothing is sent, what Outlook cannot hold stays, and the second run is quiet', async (t) => {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const calendar = server.office.collection(`calendars/${ADDRESS}/default`);
  calendar.put('foreign.ics', text('foreign@example.org', 'SUMMARY:Foreign', ...at('20270303T100000', '20270303T110000'), 'PRIORITY:1', 'ORGANIZER;CN=Mei:mailto:mei@example.org', ...PEOPLE, ATTACH));
  calendar.put('own.ics', text('own@example.org', 'SUMMARY:Own', ...at('20270304T100000', '20270304T110000'), 'DESCRIPTION:agenda', `ORGANIZER:mailto:${ADDRESS}`, ...PEOPLE));
  calendar.put('off.ics', text('off@example.org', 'SUMMARY:Off', ...at('20270305T100000', '20270305T110000'), 'STATUS:CANCELLED'));
  const { command, look } = await desk(t);
  await command(['connect', '--address', ADDRESS, '--host', server.origin], `${SECRET}\n`);
  const first = await command(['sync']);
  t.is(first.exitCode, 0, JSON.stringify([first.last, items(first)]));
  t.is(await look(`${CALENDAR} $f = $of['Foreign']; "$($f.MeetingStatus) $($f.Recipients.Count) $($f.Importance) $($f.GetOrganizer().Address)"`), '3 2 2 mei@example.org');
  t.is(await look(`${CALENDAR} $f = $of['Own']; "$($f.MeetingStatus) $($f.Recipients.Count) $($f.Body -match 'Hua <hua@example.org>')"`), '0 0 True');
  t.regex(await look(`${CALENDAR} $of.Keys -join ','`), /Canceled: Off/);

  server.resetLog();
  const second = await command(['sync']);
  t.deepEqual([second.exitCode, items(second), server.counts()['PUT']], [0, [], undefined]);

  await look(`${CALENDAR} $f = $of['Foreign']; $f.Location = 'Room 5'; $f.Save();
    $new = $calendar.Items.Add('IPM.Appointment'); $new.Subject = 'Mine'; $new.Start = [datetime]'2027-03-06T12:00:00'; $new.End = [datetime]'2027-03-06T13:00:00';
    $new.MeetingStatus = 1; $r = $new.Recipients.Add('Hua <hua@example.org>'); $r.Type = 2; [void]$r.Resolve(); $new.Save()`.replaceAll('\n', ' '));
  const third = await command(['sync']);
  t.is(third.exitCode, 0, JSON.stringify([third.last, items(third)]));
  const texts = calendar.list().map(({ name }) => (calendar.get(name) ?? '').replace(/\r\n /g, ''));
  const foreign = texts.find((one) => one.includes('foreign@example.org')) ?? '', mine = texts.find((one) => one.includes('SUMMARY:Mine')) ?? '';
  for (const line of ['LOCATION:Room 5', 'PRIORITY:1', 'ORGANIZER;CN=Mei:mailto:mei@example.org', ATTACH, ...PEOPLE]) t.true(foreign.includes(line), line);
  t.regex(mine, new RegExp(`ORGANIZER[^\\r]*:mailto:${ADDRESS}`));
  t.regex(mine, /ATTENDEE;CN=Hua[^\r]*ROLE=OPT-PARTICIPANT[^\r]*:mailto:hua@example\.org/);
  const last = await command(['sync']);
  t.deepEqual([last.exitCode, items(last)], [0, []]);
  t.is(await look('$outlook.Lab.SendAttempts'), '0');
});

test.serial('rule 9: a default calendar that another tool filled from the same server is adopted without a double', async (t) => {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const calendar = server.office.collection(`calendars/${ADDRESS}/default`);
  for (const { name } of calendar.list()) calendar.remove(name);
  calendar.put('a.ics', text('a@example.org', 'SUMMARY:部門會議', ...at('20270303T100000', '20270303T110000'), 'LOCATION:3F'));
  calendar.put('b.ics', text('b@example.org', 'SUMMARY:客戶', 'DTSTART:20270304T020000Z', 'DTEND:20270304T030000Z'));
  calendar.put('c.ics', text('c@example.org', 'SUMMARY:假', 'DTSTART;VALUE=DATE:20270305', 'DTEND;VALUE=DATE:20270306'));
  const { command, look } = await desk(t);
  // As the 2018 tool leaves it: the machine's clock, no mark of ours, reminders as Outlook sets them.
  await look(`$items = $outlook.Session.GetDefaultFolder(9).Items;
    foreach ($one in @(@('部門會議', '2027-03-03T10:00:00', '2027-03-03T11:00:00'), @('客戶', '2027-03-04T10:00:00', '2027-03-04T11:00:00'))) {
      $new = $items.Add('IPM.Appointment'); $new.Subject = $one[0]; $new.Start = [datetime]$one[1]; $new.End = [datetime]$one[2]; $new.Save() };
    $new = $items.Add('IPM.Appointment'); $new.Subject = '假'; $new.Start = [datetime]'2027-03-05'; $new.End = [datetime]'2027-03-06'; $new.AllDayEvent = $true; $new.Save()`.replaceAll('\n', ' '));
  await command(['connect', '--address', ADDRESS, '--host', server.origin], `${SECRET}\n`);
  const listed = await command(['collections']);
  const id = /"id":"(default-[0-9a-f]+)"[^}]*"kind":"event"/.exec(JSON.stringify(listed.last).replaceAll('"=', '"'))?.[1] ?? /"(default-[0-9a-f]+)"/.exec(JSON.stringify(listed.last))?.[1] ?? '';
  t.is((await command(['collections', '--select', id, '--default-folder'])).exitCode, 0, id);
  t.is((await command(['sync'])).exitCode, 4);
  const first = await command(['sync', '--accept', 'first-run']);
  t.is(first.exitCode, 0, JSON.stringify([first.last, items(first)]));
  t.is(await look('$outlook.Session.GetDefaultFolder(9).Items.Count'), '3');
  t.is(calendar.list().length, 3);
  const second = await command(['sync']);
  t.deepEqual([second.exitCode, items(second)], [0, []]);
});

// Undo of what is hardest to have back: a series whose occurrences were moved, changed and deleted, with a file, on both sorts of server (mission B2).
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plain } from '../../lab/mail2000/quirks.js';
import type { Quirks } from '../../lab/mail2000/quirks.js';
import { smallOffice } from '../../lab/mail2000/office-seed.js';
import { ADDRESS } from '../engine/cli/lab-engine.js';
import { bench, quoted } from '../module/cmdlet-bench.js';
import type { Said } from '../module/cmdlet-bench.js';

const RUN = 'Start-M2KSync -WarningAction SilentlyContinue';

/** Every Tuesday: the second is on a Wednesday, the third elsewhere, the fourth left out. */
const SERIES = (file: string): string => `
$item = $folder.Items.Add('IPM.Appointment'); $item.Subject = 'series'; $item.Start = [datetime]'2031-03-04 10:00'; $item.End = [datetime]'2031-03-04 11:00'; $item.ReminderSet = $false
$pattern = $item.GetRecurrencePattern(); $pattern.RecurrenceType = 1; $pattern.DayOfWeekMask = 4; $pattern.Interval = 1; $pattern.PatternStartDate = [datetime]'2031-03-04'; $pattern.Occurrences = 6
[void]$item.Attachments.Add(${quoted(file)}); $item.Save()
$one = (Find-Series).GetRecurrencePattern().GetOccurrence([datetime]'2031-03-11 10:00'); $one.Start = [datetime]'2031-03-12 14:00'; $one.Save()
$one = (Find-Series).GetRecurrencePattern().GetOccurrence([datetime]'2031-03-18 10:00'); $one.Subject = 'elsewhere'; $one.Location = 'Room 3'; $one.Save()
(Find-Series).GetRecurrencePattern().GetOccurrence([datetime]'2031-03-25 10:00').Delete()`;

/** `Find-Series`, and `Show-Series`: what of it Outlook shows, as one text. */
const EYES = `
$folder = $outlook.Session.GetDefaultFolder(9).Folders.Item(1)
function Find-Series { $items = $folder.Items; for ($n = 1; $n -le $items.Count; $n++) { $item = $items.Item($n); if ($item.Subject -eq 'series') { return $item } } }
function Show-Series {
  $item = Find-Series; if ($null -eq $item) { return 'none' }
  $exceptions = $item.GetRecurrencePattern().Exceptions
  $told = for ($n = 1; $n -le $exceptions.Count; $n++) { $one = $exceptions.Item($n); $day = $one.OriginalDate.ToString('MM-dd'); if ($one.Deleted) { "$day deleted" } else { $at = $one.AppointmentItem; "$day $($at.Start.ToString('MM-dd HH:mm')) $($at.Subject) $($at.Location)" } }
  return "$($item.Attachments.Count) file, " + (@($told | Sort-Object) -join ', ')
}`;
const WHOLE = '1 file, 03-11 03-12 14:00 series , 03-18 03-18 10:00 elsewhere Room 3, 03-25 deleted';

/** A text without what every write makes anew. Properties have no order in their component (RFC 5545 3.6); components keep theirs. */
const ordered = (text: string): string => text.replace(/\r\n[ \t]/g, '').split(/(?<=\r\n)(?=(?:BEGIN|END):)/)
  .map((component) => component.split('\r\n').filter((line) => line !== '' && !/^(DTSTAMP|LAST-MODIFIED|CREATED|SEQUENCE|PRODID)/.test(line)).sort().join('\n')).join('\n');

async function undoneSeries(t: ExecutionContext, { quirks, preset, objects }: { readonly quirks: Partial<Quirks>; readonly preset: 'mail2000' | 'generic'; readonly objects: number }): Promise<void> {
  const { run, engine, server, openOutlook } = await bench(t, { outlook: 'lab', office: smallOffice() });
  Object.assign(server.quirks, quirks);
  const file = join(engine.root, 'agenda.txt'), calendar = server.office.collection(`calendars/${ADDRESS}/default`);
  writeFileSync(file, 'agenda');
  // What else lies there keeps the server from coming back empty, which would be held.
  const others = new Set(calendar.list().map(({ name }) => name)), parts = () => calendar.list().filter(({ name }) => !others.has(name));
  const texts = (): readonly string[] => parts().map(({ text }) => ordered(text)).sort();
  const step = async (script: string): Promise<Said> => (await run(`${openOutlook}\n${EYES}\n${script}`)).said;
  await run(`Connect-M2KSync -MailHost $mailHost -Credential $credential -Preset ${preset} -CalDavUrl "$mailHost/cgi-bin/cal/caldav/" -CardDavUrl "$mailHost/cgi-bin/carddav/" | Out-Null
Get-M2KSyncCollection | Where-Object Kind -EQ contact | Set-M2KSyncCollection -Enabled $false; ${RUN} | Out-Null`);
  t.deepEqual(await step(`${SERIES(file)}
$said.shown = Show-Series; $said.sent = @(${RUN} | ForEach-Object { $_.Done; $_.Held; $_.Failed })`), { shown: WHOLE, sent: [1, 0, 0] });
  const whole = texts();
  t.is(whole.length, objects);
  t.regex(whole.join('\n'), /ATTACH/);

  // Somebody deletes all of it on the server.
  for (const { name } of parts()) calendar.remove(name);
  t.deepEqual(await step(`${RUN} | Out-Null; $said.gone = Show-Series
$done = Get-M2KSyncHistory -Title series | Where-Object What -EQ deleted | Restore-M2KSyncItem
$said.done = @($done.Done, $done.Held, $done.Failed); $said.shown = Show-Series; $said.quiet = @((${RUN}).Items).Count`), { gone: 'none', done: [1, 0, 0], shown: WHOLE, quiet: 0 });
  t.deepEqual(texts(), whole);

  // The user deletes it in Outlook.
  t.deepEqual(await step(`(Find-Series).Delete(); $said.gone = @(${RUN} | ForEach-Object { $_.Done; $_.Held; $_.Failed })`), { gone: [1, 0, 0] });
  t.deepEqual(texts(), []);
  t.deepEqual(await step(`$entry = Get-M2KSyncHistory -Title series | Where-Object { $_.What -eq 'deleted' -and $_.Side -eq 'server' } | Select-Object -First 1
$done = $entry | Restore-M2KSyncItem; $said.done = @($done.Done, $done.Held, $done.Failed); $said.shown = Show-Series; $said.quiet = @((${RUN}).Items).Count`), { done: [1, 0, 0], shown: WHOLE, quiet: 0 });
  t.deepEqual(texts(), whole);

  // The user changes the series and one of its occurrences and leaves another out: one overwriting, undone as one.
  t.deepEqual(await step(`$one = (Find-Series).GetRecurrencePattern().GetOccurrence([datetime]'2031-03-18 10:00'); $one.Location = 'Cellar'; $one.Save()
(Find-Series).GetRecurrencePattern().GetOccurrence([datetime]'2031-04-01 10:00').Delete(); $item = Find-Series; $item.Attachments.Remove(1); $item.Save()
$said.sent = @(${RUN} | ForEach-Object { $_.Done; $_.Failed })
$done = Get-M2KSyncHistory -Title series | Select-Object -First 1 | Restore-M2KSyncItem
$said.done = @($done.Done, $done.Held, $done.Failed); $said.shown = Show-Series; $said.quiet = @((${RUN}).Items).Count`), { sent: [1, 0], done: [1, 0, 0], shown: WHOLE, quiet: 0 });
  t.deepEqual(texts(), whole);
}

test.serial('B2: a series with a moved, a changed and a deleted occurrence and a file comes back whole on a server that takes changed occurrences', (t) => undoneSeries(t, { quirks: plain, preset: 'generic', objects: 1 }));

test.serial('B2: a series with a moved, a changed and a deleted occurrence and a file comes back whole on a server that refuses changed occurrences, where they are events of their own', (t) => undoneSeries(t, { quirks: {}, preset: 'mail2000', objects: 3 }));

// The whole product on the desk, both ways: cmdlets typed in the Windows shell, Windows Node, Outlook by COM, HTTP to two servers. A colleague edits on the
// server meanwhile. Afterwards both sides hold the same, and another run does nothing.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import test from 'ava';
import { sample } from '../../src/engine/side/contract/samples.js';
import type { Prompt } from '../support/prompt.js';
import { openPrompt } from './prompt.js';
import { colleague, mail2000Account, radicaleAccount, type Account, type Colleague } from './servers.js';
import { endOutlook, newDeskMailbox, openDesk, root, windowsPath } from './windows.js';

const desk = openDesk();

/** What is compared, as each side tells it: subject or name, and what an edit below touches. */
const EVENTS = "@(foreach ($i in $calendar.Items) { '{0}|{1}|{2}|{3:yyyy-MM-ddTHH:mm}|{4}' -f $i.Subject, $i.Location, ([string]$i.Body).Trim().Replace(\"`r\", ''), $i.Start, $i.IsRecurring })";
const CONTACTS = "@(foreach ($i in $book.Items) { '{0}{1}|{2}|{3}' -f $i.LastName, $i.FirstName, $i.CompanyName, $i.JobTitle })";

const inOutlook = async (prompt: Prompt): Promise<readonly string[]> => [...await prompt.ask(EVENTS) as string[], ...await prompt.ask(CONTACTS) as string[]].sort();

async function onServer(events: Colleague<'event'>, contacts: Colleague<'contact'>): Promise<readonly string[]> {
  const all = await events.everything(), people = await contacts.everything();
  const start = ({ when }: (typeof all)[number]['fields']): string => (when.allDay ? `${when.start}T00:00` : when.start.local.slice(0, 16));
  return [
    ...all.map(({ fields }) => [fields.subject, fields.location, fields.body.trim(), start(fields), fields.rule === null ? 'False' : 'True'].join('|')),
    ...people.map(({ fields }) => [`${fields.name.family}${fields.name.given}`, fields.company, fields.jobTitle].join('|')),
  ].sort();
}

/** Exit code, items done, items not done. */
const done = (prompt: Prompt): Promise<unknown> => prompt.ask("'{0} {1} {2}' -f $run.ExitCode, $run.Done, ($run.Held + $run.Failed)");

/** $i of that subject or name; typed as a person does. */
const find = (folder: '$calendar' | '$book', property: string, value: string): string => `$i = $null; foreach ($one in $${folder.slice(1)}.Items) { if ($one.${property} -eq '${value}') { $i = $one } }`;

for (const [title, open] of [['the lab\'s Mail2000', mail2000Account], ['Radicale', radicaleAccount]] as const) {
  test.serial(`a two-way sync with conflicts and deletions, typed in the Windows shell, ends equal on both sides and quiet: ${title}`, async (t) => {
    const account: Account = await open();
    t.teardown(() => account.close());
    const [events, contacts] = [colleague(account, 'event'), colleague(account, 'contact')];
    for (const n of [0, 1, 2]) await events.put(sample('event', n));
    for (const n of [0, 1, 2]) await contacts.put(sample('contact', n));
    await endOutlook();
    await newDeskMailbox(`C:\\users\\Public\\two-way-${account.preset}.mailbox`);
    const prompt = openPrompt({
      M2K_LAB_ROOT: windowsPath(root), M2K_LAB_NODE: desk.node, M2K_LAB_ENGINE: desk.engine, M2K_LAB_ORIGIN: account.origin, M2K_LAB_ADDRESS: account.address, M2K_LAB_PASSWORD: account.password,
    });
    t.teardown(() => prompt.leave());
    const type = async (line: string): Promise<string> => {
      const { text, complaint } = await prompt.type(line);
      if (complaint !== '') throw new Error(`${line}: ${complaint}`);
      return text;
    };
    const sync = async (more = ''): Promise<void> => { await type(`$run = Start-M2KSync -ProfileName ${account.preset}${more}`); };
    const sameOnBoth = async (when: string): Promise<readonly string[]> => {
      const server = await onServer(events, contacts);
      t.deepEqual(await inOutlook(prompt), server, when);
      return server;
    };

    await type(`. '${windowsPath(root)}lab\\desk\\Enter-Desk.ps1'`);
    await type(`$found = Connect-M2KSync -Address $Credential.UserName -MailHost $MailHost -Credential $Credential -Preset ${account.preset} -ProfileName ${account.preset}`);
    t.is(await prompt.ask('@($found).Count'), 2);
    t.like(await prompt.ask(`(Get-M2KSyncStatus -ProfileName ${account.preset}) | ForEach-Object { @{ under = $_.StateFolder.StartsWith($env:LOCALAPPDATA + '\\M2KSync\\') } }`), { under: true });
    await sync();
    t.is(await done(prompt), '0 6 0');
    await type("$session = $Outlook.GetNamespace('MAPI'); $calendar = $session.GetDefaultFolder(9).Folders.Item(1); $book = $session.GetDefaultFolder(10).Folders.Item(1)");
    t.is((await sameOnBoth('after the first sync')).length, 6);

    // Each side edits; one field on both; one item deleted on either side; one new on either.
    const [one, two, three] = [0, 1, 2].map((n) => sample('event', n).fields.subject) as [string, string, string];
    const idOf = async (subject: string) => (await events.everything()).find(({ fields }) => fields.subject === subject)!.id;
    await type(`${find('$calendar', 'Subject', one)}; $i.Location = 'from Outlook'; $i.Body = 'in Outlook only'; $i.Save()`);
    await events.edit(await idOf(one), { location: 'from the server' });
    await type(`${find('$calendar', 'Subject', two)}; $i.Location = 'moved to 3F'; $i.Save()`);
    await events.edit(await idOf(two), { body: 'written by a colleague' });
    await events.remove(await idOf(three));
    await events.put({ ...sample('event', 1), uid: 'from-a-colleague@m2ksync.example' as never, fields: { ...sample('event', 0).fields, subject: 'New on the server' } });
    await type("$i = $calendar.Items.Add('IPM.Appointment'); $i.Subject = 'New in Outlook'; $i.Start = [datetime]'2026-12-01 10:00'; $i.Duration = 30; $i.Save()");
    await type(`${find('$book', 'LastName', '王')}; $i.JobTitle = 'from Outlook'; $i.Save()`);
    await type(`${find('$book', 'LastName', 'Lin')}; $i.Delete()`);
    await sync();
    t.is(await done(prompt), '0 7 0');
    const held = await sameOnBoth('after edits on both sides');
    t.true(held.some((text) => text.startsWith(`${one}|from the server|in Outlook only|`)), 'the field that both edited is the server\'s, the one that Outlook alone edited is Outlook\'s');
    t.true(held.some((text) => text.startsWith(`${two}|moved to 3F|written by a colleague|`)), 'fields of one item that were edited on different sides are merged');
    t.is(held.length, 6);
    await sync();
    t.is(await done(prompt), '0 0 0', 'quiet');

    await type('while ($calendar.Items.Count -gt 0) { $calendar.Items.Item(1).Delete() }');
    const before = (await events.everything()).length;
    const guarded = await prompt.type(`$run = Start-M2KSync -ProfileName ${account.preset} -WarningAction Continue`);
    t.is(await prompt.ask('$run.ExitCode'), 4, guarded.complaint);
    t.is((await events.everything()).length, before, 'held deletions reach nobody');
    await sync(' -Accept Deletions');
    t.is((await sameOnBoth('after the deletions were let pass')).length, 2);
    await sync();
    t.is(await done(prompt), '0 0 0', 'quiet after the deletions');

    const [file] = globSync(join(desk.prefix, 'drive_c/users/*/AppData/Local/M2KSync/profiles', account.preset, 'undo.sqlite'));
    const undo = new DatabaseSync(file!, { readOnly: true });
    t.teardown(() => { undo.close(); });
    const kept = undo.prepare('SELECT side, why, title FROM images').all() as unknown as readonly { side: string; why: string; title: string }[];
    t.true(kept.some(({ side, title: item }) => side === 'outlook' && item === one), 'what lost the clash can be had again');
    t.true(kept.filter(({ side, why }) => side === 'server' && why === 'deleted').length >= before, 'so can what was deleted on the server');
    t.is(await prompt.leave(), 0);
  });
}

// The ground of the fault matrix: the engine as its entry point builds it, over one host that lives through all of it, the lab's Outlook and the lab's
// Mail2000. Every case begins from a copy of the same mailbox, state and collections: both sides have agreed, and then people have been at both.
import { randomUUID } from 'node:crypto';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { smallOffice } from '../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../lab/mail2000/server.js';
import { mailboxOver } from '../../src/engine/cli/host-desk.js';
import type { Desk, EngineParts } from '../../src/engine/cli/parts.js';
import type { EngineRecord } from '../../src/engine/cli/records.js';
import { serve } from '../../src/engine/cli/session.js';
import type { Clock } from '../../src/engine/clock.js';
import { collectionId } from '../../src/engine/config/collection-id.js';
import { uid } from '../../src/engine/model/ids.js';
import type { Kind } from '../../src/engine/model/ids.js';
import type { Fields } from '../../src/engine/model/item.js';
import { parseMark } from '../../src/engine/side/outlook-mark.js';
import type { ItemOutcome } from '../../src/engine/sync/outcome.js';
import { labSource, mainShell, newMailbox, startDesk } from '../ps-host/desk.js';
import { aContact, anEvent } from '../support/an-event.js';
import { xiaoming } from '../support/lab-account.js';
import { codecOf } from '../support/lab-bench.js';
import { officeHands } from '../support/office-hands.js';
import { realClock } from '../support/real-clock.js';

/** One line of the lab's fault script (lab/outlook/Faults). */
export type OutlookFault = Readonly<{ kind: string; member?: string; skip?: number; times?: number; after?: boolean }>;

/** What is on a side: 'subject: place', each with its UID. */
export type Shown = readonly { readonly uid: string; readonly text: string }[];

export interface Run {
  readonly exitCode: number;
  readonly items: readonly ItemOutcome[];
  /** 'M2K.Unavailable.outlook-died', where the run ended so. */
  readonly error: string;
}

export interface OutlookGround {
  /** What both sides must hold in the end. */
  readonly wanted: readonly string[];
  /** The world as it was begun, with a fault that waits in its mailbox. */
  begin(fault: OutlookFault | null): Promise<void>;
  /** @param minutes that pass before it; with any, what was refused before is asked for again */
  run(minutes: number): Promise<Run>;
  /** Faults are over, folders take items again. */
  mend(): Promise<void>;
  shown(): Promise<Readonly<Record<'outlook' | 'server', Shown>>>;
  /** Of these texts the ones that no pre-image holds. */
  notKept(texts: readonly string[]): readonly string[];
  /** Calls to Outlook's object model by name, since it was last opened. */
  calls(): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

const KINDS = ['event', 'contact'] as const;
const BEGUN = ['edited here', 'edited there', 'deleted here', 'deleted there'] as const;
const WANTED = ['edited here: new here', 'edited there: new there', 'new here: ', 'new there: '] as const;
const CONTACTS = ['新 王: ', '志豪 林: '] as const;
export const UNDONE = ['old: edited here', 'old: edited there', 'old: deleted here', 'old: deleted there'] as const;

const meeting = (subject: string, location: string): Fields<'event'> => anEvent({ subject, location, when: { allDay: true, start: '2030-05-06', end: '2030-05-07' } });

/** Both linked folders as lines: mark, subject, place. */
const SHOW = `
  $out = foreach ($kind in 9, 10) {
    $folders = $args[0].Session.GetDefaultFolder($kind).Folders; if ($folders.Count -eq 0) { continue }; $folder = $folders.Item(1)
    $items = $folder.Items
    for ($n = 1; $n -le $items.Count; $n++) {
      $item = $items.Item($n); $mark = $item.UserProperties.Find('M2KSync')
      $text = if ($kind -eq 9) { "$($item.Subject): $($item.Location)" } else { "$($item.FirstName) $($item.LastName): $($item.CompanyName)" }
      "$(if ($null -eq $mark) { '' } else { $mark.Value })\t$text"
    }
  }; $out -join "\`n"`;

const PEOPLE = `
  $folder = $args[0].Session.GetDefaultFolder(9).Folders.Item(1); $items = $folder.Items
  $all = @(for ($n = 1; $n -le $items.Count; $n++) { $items.Item($n) })
  $edited = $all | Where-Object { $_.Subject -eq 'edited here' }; $edited.Location = 'new here'; $edited.Save()
  ($all | Where-Object { $_.Subject -eq 'deleted here' }).Delete()
  $new = $folder.Items.Add('IPM.Appointment'); $new.Subject = 'new here'; $new.AllDayEvent = $true; $new.Start = [datetime]'2030-05-06'; $new.ReminderSet = $false; $new.Save()`;

const MEND = `
  $args[0].Lab.Faults.Clear()
  foreach ($kind in 9, 10) { $default = $args[0].Session.GetDefaultFolder($kind); foreach ($folder in @($default) + @(for ($n = 1; $n -le $default.Folders.Count; $n++) { $default.Folders.Item($n) })) { $args[0].Lab.SetReadOnly($folder, $false); $args[0].Lab.SetStorageItems($folder, $true) } }
  foreach ($kind in 3, 6) { $args[0].Lab.SetReadOnly($args[0].Session.GetDefaultFolder($kind), $false) }`;

const notAsked = (): never => { throw new Error('a run asks for no task'); };
const unasked = (): Promise<never> => Promise.reject(new Error('a run asks for no task'));

/** Waits between tries are of no interest here, limits of calls are. */
const hurried: Clock = { now: () => Date.now(), sleep: (ms, signal) => realClock.sleep(ms <= 4_000 ? 1 : ms, signal) };

/** @param contacts an address book beside the calendar; without it a case is a third cheaper */
export async function outlookGround(options: Options): Promise<OutlookGround> {
  const endings: (() => unknown)[] = [];
  try {
    return await laid(options, endings);
  } catch (error) {
    for (const end of endings) await end();
    throw error;
  }
}

interface Options { readonly contacts: boolean }

async function laid({ contacts }: Options, endings: (() => unknown)[]): Promise<OutlookGround> {
  const lab = await startMail2000({ office: smallOffice() });
  endings.push(() => lab.close());
  const desk = startDesk({ teardown: (close) => void endings.push(close) }, mainShell(), { clock: hurried, timeouts: { busyMs: 3_000, startMs: 120_000 } });
  const template = newMailbox('Exchange', '{}'), box = `${template}.now`, root = mkdtempSync(join(tmpdir(), 'm2k-outlook-faults-')), kept = join(root, 'kept'), profile = join(root, 'now');
  const collections = { event: lab.office.collection(`calendars/${xiaoming}/default`), contact: lab.office.collection(`addressbooks/${xiaoming}/default`) };
  let ahead = 0;
  const clock: Clock = { now: () => Date.now() + ahead, sleep: hurried.sleep }, source = labSource(box);
  const open = () => desk.host.call('open', { outlook: source, start: false });

  const oneDesk: Desk = {
    readSecret: () => Promise.resolve(lab.office.user(xiaoming).password), writeSecret: () => Promise.resolve(), readPolicy: () => Promise.resolve([]), proxyFor: () => Promise.resolve(undefined),
    openMailbox: async () => mailboxOver(desk.host.call, await open(), { clock, newId: randomUUID }), close: () => Promise.resolve(),
    getTask: unasked, writeTask: unasked, removeTasks: unasked, signIn: unasked, writeEvent: () => Promise.resolve(), readInstallation: unasked, findPrograms: () => Promise.resolve([]), endsWithInput: unasked,
  };
  const parts: EngineParts = { version: 'test', clock, newId: randomUUID, computer: 'PC', systemLanguage: 'en-US', profileRoot: profile, openDesk: () => Promise.resolve(oneDesk), everyRoot: () => [], taskTemplate: notAsked, taskProgram: notAsked };
  const ask = async (request: Parameters<typeof serve>[1]): Promise<Run> => {
    const items: ItemOutcome[] = [], tell = (record: EngineRecord): void => { if (record.t === 'item') items.push(record.item); };
    const last = await serve({ parts, profileRoot: profile, tell, signal: new AbortController().signal }, request);
    return { exitCode: last.exitCode, items, error: last.t === 'error' ? last.id : '' };
  };

  copyFileSync(template, box);
  const hands = <K extends Kind>(kind: K) => officeHands(codecOf(kind), collections[kind], (extension) => `/${randomUUID()}${extension}`);
  for (const kind of KINDS) for (const { name } of collections[kind].list()) collections[kind].remove(name);
  for (const subject of BEGUN) await hands('event').put({ kind: 'event', uid: uid(subject.replace(' ', '-')), fields: meeting(subject, `old: ${subject}`) });
  for (const [given, family] of [['新', '王'], ['志豪', '林']] as const) await hands('contact').put({ kind: 'contact', uid: uid(family), fields: aContact({ name: { prefix: '', given, middle: '', family, suffix: '', full: '' } }) });
  await ask({ v: 1, command: 'connect', address: xiaoming, host: lab.origin, secret: lab.office.user(xiaoming).password });
  if (!contacts) await ask({ v: 1, command: 'select', collection: collectionId(collections.contact.path.replaceAll('@', lab.quirks.hrefAt)), enabled: false });
  const first = await ask({ v: 1, command: 'sync' });
  if (first.exitCode !== 0) throw new Error(`the ground cannot be laid: ${JSON.stringify(first)}`);
  await desk.lab(PEOPLE);
  const nameOf = (of: string): never => (collections.event.byUid(of)?.name ?? '') as never;
  await hands('event').edit(nameOf('edited-there'), { location: 'new there' });
  await hands('event').remove(nameOf('deleted-there'));
  await hands('event').put({ kind: 'event', uid: uid('new-there'), fields: meeting('new there', '') });
  copyFileSync(box, template);
  cpSync(profile, kept, { recursive: true });
  const texts = KINDS.map((kind) => [collections[kind], collections[kind].list()] as const);

  return {
    wanted: [...WANTED, ...(contacts ? CONTACTS : [])],
    async begin(fault) {
      ahead = 0;
      copyFileSync(template, box);
      rmSync(profile, { recursive: true, force: true });
      cpSync(kept, profile, { recursive: true });
      for (const [collection, members] of texts) {
        for (const { name } of collection.list()) if (!members.some((member) => member.name === name)) collection.remove(name);
        for (const { name, text } of members) if (collection.get(name) !== text) collection.put(name, text);
      }
      lab.resetLog();
      if (fault === null) return;
      await open();
      await desk.lab('[void]$args[0].Lab.Faults.Add($args[1])', JSON.stringify(fault));
    },
    run: async (minutes) => { ahead += minutes * 60_000; return ask({ v: 1, command: 'sync', retry: minutes > 0 }); },
    mend: async () => { await open(); await desk.lab(MEND); },
    async shown() {
      await open();
      const lines = String(await desk.lab(SHOW)).split('\n').filter(Boolean).map((line) => line.split('\t') as [string, string]);
      const server = KINDS.flatMap((kind) => collections[kind].list().map(({ text }) => {
        const { uid: of, fields } = codecOf(kind).parse(text) as { readonly uid: string; readonly fields: Fields<Kind> };
        return { uid: of, text: 'when' in fields ? `${fields.subject}: ${fields.location}` : `${fields.name.given} ${fields.name.family}: ${fields.company}` };
      }));
      return { outlook: lines.map(([mark, text]) => ({ uid: parseMark(mark)?.uid ?? '', text })), server: contacts ? server : server.filter(({ text }) => !CONTACTS.some((one) => one === text)) };
    },
    notKept(wanted) {
      const undo = new DatabaseSync(join(profile, 'profiles', 'default', 'undo.sqlite'), { readOnly: true });
      try {
        const images = undo.prepare('SELECT parts, fields FROM images').all().map((row) => `${String(row['parts'])}${String(row['fields'])}`);
        return wanted.filter((text) => !images.some((image) => image.includes(text)));
      } finally {
        undo.close();
      }
    },
    calls: async () => JSON.parse(String(await desk.lab('$args[0].Lab.Calls.All()'))) as Readonly<Record<string, number>>,
    async close() {
      for (const end of endings.toReversed()) await end();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

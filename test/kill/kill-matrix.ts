// The kill matrix: the same small run, killed at one point after the other; afterwards nothing may be lost, doubled or different.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { OfficeCollection } from '../../lab/mail2000/office-collection.js';
import { smallOffice } from '../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../lab/mail2000/server.js';
import type { Mail2000 } from '../../lab/mail2000/server.js';
import { mailboxFile } from '../../lab/engine/memory-mailbox.js';
import { canonicalText } from '../../src/engine/model/canonical.js';
import { uid } from '../../src/engine/model/ids.js';
import type { Kind, Uid } from '../../src/engine/model/ids.js';
import type { Fields } from '../../src/engine/model/item.js';
import { titleOf } from '../../src/engine/model/title.js';
import type { Side } from '../../src/engine/side/side.js';
import { aContact, anEvent } from '../support/an-event.js';
import { xiaoming } from '../support/lab-account.js';
import { codecOf } from '../support/lab-bench.js';
import { textHands } from '../support/text-hands.js';
import { FOLDERS, KINDS, openDesk } from './desk.js';
import type { DeskPlace } from './desk.js';

const CHILD = fileURLToPath(new URL('child.js', import.meta.url));
const person = (given: string, note = ''): Fields<'contact'> => aContact({ name: { prefix: '', given, middle: '', family: '王', suffix: '', full: '' }, emails: [`${given}@example.com.tw`], note });
const meeting = (subject: string, body = ''): Fields<'event'> => anEvent({ subject, body, when: { allDay: true, start: '2030-05-06', end: '2030-05-07' } });
const sample = (kind: Kind, name: string, text = ''): never => (kind === 'event' ? meeting(name, text) : person(name, text)) as never;
const TEXT = { event: 'body', contact: 'note' } as const;
const plain = (kind: Kind, title: string): string => (kind === 'event' ? title : `${title} 王`);

/** By title: what both sides must hold in the end. */
const WANTED = { 'edited-in-outlook': 'new from outlook', 'edited-on-server': 'new from server', 'new-in-outlook': '', 'new-on-server': '' } as const;
/** What was overwritten or deleted, and so must be in the undo store. */
const UNDONE = ['old one', 'old two', 'deleted in outlook', 'deleted on server'] as const;

export interface MatrixResult {
  /** Names of the points, in the order of a run that nobody kills. */
  readonly points: readonly string[];
  readonly killed: number;
  readonly problems: readonly string[];
}

interface World {
  readonly place: DeskPlace;
  readonly collections: { readonly [K in Kind]: OfficeCollection };
}

/** @param every 1: every point; 3: every third. */
export async function killMatrix(every: number): Promise<MatrixResult> {
  const lab = await startMail2000({ office: smallOffice() });
  try {
    const { passed, exitCode } = JSON.parse(await childRun(await freshWorld(lab, 0), 0) ?? '{}') as { readonly passed: readonly string[]; readonly exitCode: number };
    const problems = exitCode === 0 ? [] : [`the run that nobody killed ended with ${String(exitCode)}`];
    const left = passed.map((name, index) => ({ name, dies: index + 1 })).filter(({ dies }) => dies % every === 1 % every);
    const killed = left.length;
    const work = async (): Promise<void> => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) {
        const { name, dies } = one;
        problems.push(...(await killedAt(lab, dies)).map((problem) => `killed ${name} (point ${String(dies)}): ${problem}`));
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    return { points: passed, killed, problems };
  } finally {
    await lab.close();
  }
}

/** Runs whose files may not grow beyond so many kilobytes, as on a full disk; then the disk has room again. */
export async function fullDisk(limits: readonly number[]): Promise<{ readonly broken: number; readonly problems: readonly string[] }> {
  const lab = await startMail2000({ office: smallOffice() }), problems: string[] = [];
  let broken = 0;
  try {
    for (const limit of limits) {
      const world = await freshWorld(lab, limit), shown = await childRun(world, 0, limit);
      if (shown === null || shown === '' || (JSON.parse(shown) as { readonly exitCode: number }).exitCode !== 0) broken += 1;
      problems.push(...(await troublesOf(world)).map((problem) => `${String(limit)} KB: ${problem}`));
      rmSync(world.place.folder, { recursive: true, force: true });
    }
    return { broken, problems };
  } finally {
    await lab.close();
  }
}

async function killedAt(lab: Mail2000, dies: number): Promise<readonly string[]> {
  const world = await freshWorld(lab, dies);
  try {
    const survived = await childRun(world, dies) !== null;
    return [...(survived ? ['the child lived'] : []), ...await troublesOf(world)];
  } finally {
    rmSync(world.place.folder, { recursive: true, force: true });
  }
}

/** Two sides that agree on items to edit and to delete; then the edits, the deletions and the new items, one each way and kind. */
async function freshWorld(lab: Mail2000, n: number): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'm2k-kill-'));
  const collection = (kind: Kind): OfficeCollection => lab.office.addCollection({
    tree: kind === 'event' ? 'calendars' : 'addressbooks', home: xiaoming, name: `kill-${kind}-${String(n)}`, scope: 'personal', owner: xiaoming, displayName: 'Kill',
  });
  const collections = { event: collection('event'), contact: collection('contact') };
  const href = (kind: Kind): string => collections[kind].path.replaceAll('@', lab.quirks.hrefAt);
  const world: World = { collections, place: { folder, origin: lab.origin, user: xiaoming, password: lab.office.user(xiaoming).password, collections: { event: href('event'), contact: href('contact') } } };
  const desk = openDesk(world.place);
  try {
    for (const kind of KINDS) {
      const hands = handsOn(world, kind, 'first');
      for (const [name, text] of [['edited-in-outlook', 'old one'], ['edited-on-server', 'old two'], ['deleted-in-outlook', 'deleted in outlook'], ['deleted-on-server', 'deleted on server']] as const) {
        await hands.put({ kind, uid: uid(`${name}-${kind}`), fields: sample(kind, name, text) });
      }
    }
    await desk.run();
    for (const kind of KINDS) await change(world, kind);
  } finally {
    desk.close();
  }
  return world;
}

/** A colleague's client; `when` keeps the names of its objects apart. */
const handsOn = ({ collections, place }: World, kind: Kind, when: string): ReturnType<typeof textHands<Kind>> => {
  const collection = collections[kind], nameIn = (href: string): string => decodeURIComponent(href.split('/').at(-1) ?? '');
  let made = 0;
  return textHands(codecOf(kind), {
    write: async (href, text) => { collection.put(nameIn(href), text); }, read: async (href) => collection.get(nameIn(href)) ?? '',
    remove: async (href) => { collection.remove(nameIn(href)); }, count: async () => collection.list().length, name: (extension) => `${place.collections[kind]}${when}-${String((made += 1))}${extension}`,
  });
};

async function change(world: World, kind: Kind): Promise<void> {
  const hands = handsOn(world, kind, 'later'), file = mailboxFile(join(world.place.folder, 'outlook.json')), { collections } = world;
  const hrefOf = (name: string): never => `${world.place.collections[kind]}${collections[kind].byUid(`${name}-${kind}`)?.name ?? ''}` as never;
  await hands.edit(hrefOf('edited-on-server'), { [TEXT[kind]]: WANTED['edited-on-server'] });
  await hands.remove(hrefOf('deleted-on-server'));
  await hands.put({ kind, uid: uid(`new-on-server-${kind}`), fields: sample(kind, 'new-on-server') });
  file.change((now) => ({ ...now, deleted: [...now.deleted, ...now.folders.flatMap(({ items }) => items.filter((item) => item.uid === `deleted-in-outlook-${kind}`))] }));
  file.changeFolder(FOLDERS[kind], (folder, count) => ({
    ...folder,
    items: [
      ...folder.items.filter((item) => item.uid !== `deleted-in-outlook-${kind}`)
        .map((item) => (item.uid === `edited-in-outlook-${kind}` ? { ...item, version: count, fields: { ...(item.fields as object), [TEXT[kind]]: WANTED['edited-in-outlook'] } } : item)),
      { id: `theirs-${kind}`, version: count, uid: `new-in-outlook-${kind}`, fields: sample(kind, 'new-in-outlook'), extra: '', created: '2026-01-05T01:00:00Z', modified: '2026-01-05T01:00:00Z' },
    ],
  }));
}

/** What it printed; null when it was killed. */
function childRun({ place }: World, dies: number, kilobytes?: number): Promise<string | null> {
  const args = [CHILD, JSON.stringify({ place, dies })];
  // RLIMIT_FSIZE: Node ignores SIGXFSZ, so that a write beyond it fails as one on a full disk does.
  const [command, more] = kilobytes === undefined ? [process.execPath, args] : ['bash', ['-c', `ulimit -f ${String(kilobytes)}; exec "$0" "$@"`, process.execPath, ...args]];
  const child = spawn(command, more, { stdio: ['ignore', 'pipe', kilobytes === undefined ? 'inherit' : 'ignore'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { output += text; });
  return new Promise((resolve) => { child.on('close', (_code, signal) => { resolve(signal === null ? output : null); }); });
}

async function troublesOf(world: World): Promise<readonly string[]> {
  const desk = openDesk(world.place), problems: string[] = [];
  try {
    for (let count = 0; count < 3; count += 1) {
      const { links } = await desk.run();
      for (const item of links.flatMap((link) => link.items)) if (item.result !== 'done') problems.push(`run ${String(count)}: ${item.title} ${item.result} ${item.reason ?? item.code ?? ''}`);
      for (const stop of links.flatMap((link) => link.stopped)) problems.push(`run ${String(count)} stopped: ${stop.code} ${stop.reason ?? ''}`);
      if (count === 2 && links.some((link) => link.items.length > 0)) problems.push('not quiet after two runs');
    }
    for (const kind of KINDS) problems.push(...await differences(desk.links[kind] as never, kind));
    problems.push(...notKept(world));
  } finally {
    desk.close();
  }
  return problems;
}

async function differences(link: Readonly<Record<'outlook' | 'server', Side<'event'>>>, kind: Kind): Promise<readonly string[]> {
  const sides = { outlook: await everything(link.outlook), server: await everything(link.server) };
  const wanted = Object.entries(WANTED).map(([name, text]) => `${plain(kind, name)}: ${text}`).sort();
  const told = (side: 'outlook' | 'server'): readonly string[] => sides[side].map(({ fields }) => `${titleOf(kind, fields as never)}: ${String((fields as unknown as Record<string, unknown>)[TEXT[kind]])}`).sort();
  const uids = (side: 'outlook' | 'server'): string => canonicalText(sides[side].map((item) => item.uid).sort());
  return [
    ...(['outlook', 'server'] as const).filter((side) => canonicalText(told(side)) !== canonicalText(wanted)).map((side) => `${side} holds ${told(side).join(' | ')}`),
    ...(uids('outlook') === uids('server') ? [] : [`UIDs differ: ${uids('outlook')} ${uids('server')}`]),
  ];
}

async function everything(side: Side<'event'>): Promise<readonly { readonly uid: Uid; readonly fields: Fields<'event'> }[]> {
  const rows: { uid: Uid; fields: Fields<'event'> }[] = [];
  const { items } = await side.list();
  for await (const row of side.fetch(items.map((item) => item.id))) if (row.ok) rows.push(row.item);
  return rows;
}

/** Of what was overwritten or deleted, in either kind: what the undo store lacks. */
function notKept({ place }: World): readonly string[] {
  const undo = new DatabaseSync(join(place.folder, 'undo.sqlite'), { readOnly: true });
  try {
    const images = undo.prepare('SELECT kind, parts FROM images').all().map((row) => ({ kind: String(row['kind']), parts: String(row['parts']) }));
    return KINDS.flatMap((kind) => UNDONE.filter((text) => !images.some((image) => image.kind === kind && image.parts.includes(text))).map((text) => `undo lacks the ${kind} "${text}"`));
  } finally {
    undo.close();
  }
}

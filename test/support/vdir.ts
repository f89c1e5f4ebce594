// Debian's vdirsyncer and khal beside us on one collection: other programs' eyes and hands.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Vdir {
  /** Runs khal on the local copy and gives what it prints. */
  khal(...args: readonly string[]): Promise<string>;
  /** Both ways between the collection and the local copy. @throws when vdirsyncer is unhappy with what a server or we wrote. */
  sync(): Promise<void>;
  /** Texts of the local copy. */
  texts(): Promise<readonly string[]>;
  add(name: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export interface VdirOptions {
  readonly url: string;
  readonly kind: 'event' | 'contact';
  readonly user: string;
  readonly password: string;
}

/** @throws Error when khal or vdirsyncer is not installed. */
export async function vdir({ url, kind, user, password }: VdirOptions): Promise<Vdir> {
  const folder = await mkdtemp(join(tmpdir(), 'm2k-vdir-'));
  const local = join(folder, 'local');
  const extension = kind === 'event' ? '.ics' : '.vcf';
  await mkdir(local);
  await writeFile(join(folder, 'vdirsyncer'), `[general]
status_path = "${folder}/status/"
[pair bench]
a = "local"
b = "remote"
collections = null
conflict_resolution = "b wins"
[storage local]
type = "filesystem"
path = "${local}"
fileext = "${extension}"
[storage remote]
type = "${kind === 'event' ? 'caldav' : 'carddav'}"
url = "${url}"
username = "${user}"
password = "${password}"
`);
  await writeFile(join(folder, 'khal'), `[calendars]
[[bench]]
path = ${local}
type = calendar
[sqlite]
path = ${folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Asia/Taipei
default_timezone = Asia/Taipei
[default]
default_calendar = bench
`);
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'C.UTF-8', TZ: 'Asia/Taipei' };
  const vdirsyncer = (...args: readonly string[]): Promise<unknown> => run('vdirsyncer', ['-c', join(folder, 'vdirsyncer'), '-v', 'WARNING', ...args], { env });
  await vdirsyncer('discover', 'bench');
  return {
    khal: async (...args) => (await run('khal', ['-c', join(folder, 'khal'), ...args], { env })).stdout,
    sync: async () => { await vdirsyncer('sync'); },
    texts: async () => Promise.all((await readdir(local)).filter((name) => name.endsWith(extension)).map((name) => readFile(join(local, name), 'utf8'))),
    add: (name, text) => writeFile(join(local, name + extension), text),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

// Debian's Radicale on a free loopback port, with users, rights and a public part (reference 8.2).
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Radicale {
  /** 'http://127.0.0.1:PORT' */
  readonly origin: string;
  /** User to password. */
  readonly users: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const USERS = { alice: 'secret1', bob: 'secret2', 'carol@example.com.tw': 'secret3' } as const;

const RIGHTS: readonly (readonly [string, string, string, string])[] = [
  ['root', '.+', '', 'R'], ['principal', '.+', '{user}', 'RW'], ['own', '.+', '{user}/[^/]+', 'rw'],
  ['public-ro', '.+', 'public/[^/]*ro[^/]*', 'r'], ['public-rw', '.+', 'public/[^/]*rw[^/]*', 'rw'], ['public-root', '.+', 'public', 'R'],
  ['shared', 'bob', 'alice/shared-ro', 'r'],
];

const config = (folder: string, port: number): string => `[server]
hosts = 127.0.0.1:${port}
max_connections = 20
timeout = 30
[auth]
type = htpasswd
htpasswd_filename = ${folder}/users
htpasswd_encryption = plain
delay = 0
realm = M2K test
[rights]
type = from_file
file = ${folder}/rights
[storage]
type = multifilesystem
filesystem_folder = ${folder}/data
[web]
type = none
[logging]
level = warning
`;

/** Somebody may take the free port before Radicale does. */
const ATTEMPTS = 3;

/** @throws Error when `radicale` is not installed or does not answer within 10 seconds: a server that was asked for and is missing is a failure. */
export async function startRadicale(attempt = 1): Promise<Radicale> {
  const folder = await mkdtemp(join(tmpdir(), 'm2k-radicale-'));
  const port = await freePort();
  await prepare(folder, port);
  const server = spawn('radicale', ['--config', join(folder, 'config')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => { complaint = (complaint + text).slice(-500); });
  const ended = new Promise<Error>((resolve) => {
    server.once('error', (error) => { resolve(new Error(`radicale cannot be started; install Debian's package radicale. ${error.message}`)); });
    server.once('exit', (code) => { resolve(new Error(`radicale ended with code ${code}: ${complaint}`)); });
  });
  const origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    server.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const outcome = await Promise.race([answers(origin), ended]);
  if (outcome === true) return { origin, users: USERS, stop };
  await stop();
  if (attempt < ATTEMPTS && server.exitCode !== null) return startRadicale(attempt + 1);
  throw outcome;
}

async function prepare(folder: string, port: number): Promise<void> {
  await writeFile(join(folder, 'users'), Object.entries(USERS).map(([user, password]) => `${user}:${password}\n`).join(''));
  await writeFile(join(folder, 'rights'), RIGHTS.map(([name, user, collection, permissions]) =>
    `[${name}]\nuser: ${user}\ncollection: ${collection}\npermissions: ${permissions}\n`).join(''));
  await writeFile(join(folder, 'config'), config(folder, port));
  await seed(folder, 'cal-ro', { tag: 'VCALENDAR', 'D:displayname': '公用(唯讀)' });
  await seed(folder, 'book-ro', { tag: 'VADDRESSBOOK', 'D:displayname': '公用通訊錄' });
}

async function seed(folder: string, name: string, props: Readonly<Record<string, string>>): Promise<void> {
  const collection = join(folder, 'data', 'collection-root', 'public', name);
  await mkdir(collection, { recursive: true });
  await writeFile(join(collection, '.Radicale.props'), JSON.stringify(props));
}

async function answers(origin: string): Promise<true | Error> {
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await fetch(origin, { method: 'OPTIONS' }).then(() => true, () => false);
    if (up) return true;
    await sleep(100);
  }
  return new Error('radicale did not answer within 10 seconds');
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => { probe.listen(0, '127.0.0.1', resolve); });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => { probe.close(resolve); });
  return port;
}

// Debian's servers on free loopback ports, as ordinary processes: started, waited for, stopped. One that was asked for and is missing is a failure.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProfile } from '../../../src/engine/dav/profile.js';
import type { Kind } from '../../../src/engine/model/ids.js';

export interface RealServer {
  readonly name: string;
  /** 'http://127.0.0.1:PORT' */
  readonly origin: string;
  readonly profile: ServerProfile;
  /** User to password; the first is the one that tests act as. */
  readonly users: Readonly<Record<string, string>>;
  /** Path of a new collection of that user's. */
  place(kind: Kind, user: string, name: string): string;
  stop(): Promise<void>;
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What to install where it is missing. */
  readonly packages: string;
}

export interface Running {
  readonly folder: string;
  readonly port: number;
  readonly origin: string;
  stop(): Promise<void>;
}

/** Somebody may take the free port before the server does. */
const ATTEMPTS = 3;

/** @throws Error when the program is not installed, ends, or does not answer within 15 seconds. */
export async function running(name: string, prepare: (at: { readonly folder: string; readonly port: number }) => Promise<Program>, attempt = 1): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), `m2k-${name}-`)), port = await freePort();
  const { command, args, environment, packages } = await prepare({ folder, port });
  // A process group of its own: Cyrus ends every process of its group with itself.
  const server = spawn(command, [...args], { cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'C.UTF-8', ...environment } });
  let complaint = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => { complaint = (complaint + text).slice(-800); });
  const ended = new Promise<Error>((resolve) => {
    server.once('error', (error) => { resolve(new Error(`${name} cannot be started; install Debian's ${packages}. ${error.message}`)); });
    server.once('exit', (code) => { resolve(new Error(`${name} ended with code ${String(code)}: ${complaint}`)); });
  });
  const origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    stopGroup(server.pid);
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const outcome = await Promise.race([answers(name, origin), ended]);
  if (outcome === true) return { folder, port, origin, stop };
  await stop();
  if (attempt < ATTEMPTS && server.exitCode !== null) return running(name, prepare, attempt + 1);
  throw outcome;
}

function stopGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}

async function answers(name: string, origin: string): Promise<true | Error> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await fetch(`${origin}/`, { method: 'OPTIONS' }).then(() => true, () => false)) return true;
    await sleep(100);
  }
  return new Error(`${name} did not answer within 15 seconds`);
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => { probe.listen(0, '127.0.0.1', resolve); });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => { probe.close(resolve); });
  return port;
}

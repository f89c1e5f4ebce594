// The engine as its users start it: a process of the lab's entry, with a profile root and a mailbox file of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEW_MAILBOX } from '../../../lab/engine/memory-mailbox.js';
import type { Mailbox } from '../../../lab/engine/memory-mailbox.js';
import type { PolicyValue } from '../../../src/engine/config/policy.js';
import { LAB_ENGINE } from '../../support/lab-program.js';
import { refuseSecrets } from '../../support/no-secrets.js';
import type { EngineRecord, ErrorRecord, ResultRecord } from '../../../src/engine/cli/records.js';

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Served extends Ended {
  readonly records: readonly EngineRecord[];
  readonly last: ResultRecord | ErrorRecord;
}

export interface Running {
  send(text: string): void;
  closeInput(): void;
  readonly ended: Promise<Ended>;
}

export interface LabEngine {
  readonly root: string;
  /** The default profile's folder. */
  readonly profile: string;
  mailbox(): Mailbox;
  changeMailbox(next: (now: Mailbox) => Mailbox): void;
  /** What the registry of this computer holds. */
  policy(...values: readonly PolicyValue[]): void;
  start(...argv: readonly string[]): Running;
  /** Sends one request line, keeps stdin open until the process ends by itself. */
  request(request: Readonly<Record<string, unknown>>): Promise<Served>;
  /** A command line for people; `input` is all of stdin. */
  command(argv: readonly string[], input?: string): Promise<Ended>;
}

export function recordsOf(ended: Ended): Served {
  const records = ended.stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as EngineRecord);
  const last = records.at(-1);
  if (last === undefined || (last.t !== 'result' && last.t !== 'error')) throw new Error(`no last record: ${ended.stdout}${ended.stderr}`);
  return { ...ended, records, last };
}

export function labEngine(): LabEngine {
  const root = mkdtempSync(join(tmpdir(), 'm2k-engine-'));
  const box = join(root, 'mailbox.json');
  const start = (...argv: readonly string[]): Running => {
    const child = spawn(process.execPath, [LAB_ENGINE, '--profile-root', root, '--outlook', `memory:${box}`, ...argv], { stdio: 'pipe', env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
    child.stdin.on('error', () => undefined);
    return {
      send: (text) => { child.stdin.write(text); },
      closeInput: () => { child.stdin.end(); },
      ended: new Promise((resolve, reject) => {
        child.on('close', (exitCode) => {
          try {
            refuseSecrets('the engine', stdout, stderr);
            resolve({ exitCode, stdout, stderr });
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
      }),
    };
  };
  const mailbox = (): Mailbox => {
    try {
      return JSON.parse(readFileSync(box, 'utf8')) as Mailbox;
    } catch {
      return NEW_MAILBOX;
    }
  };
  return {
    root, profile: join(root, 'profiles', 'default'), mailbox, start,
    policy: (...values) => { writeFileSync(`${box}.policy.json`, JSON.stringify(values)); },
    changeMailbox: (next) => { writeFileSync(box, JSON.stringify(next(mailbox()))); },
    async request(request) {
      const running = start('--json');
      running.send(`${JSON.stringify({ v: 1, ...request })}\n`);
      return recordsOf(await running.ended);
    },
    async command(argv, input = '') {
      const running = start(...argv);
      running.send(input);
      running.closeInput();
      return running.ended;
    },
  };
}

export const ADDRESS = 'xiaoming@example.com.tw';
export const SECRET = 'lab-王小明-1';

/** Connected to that server, the secret stored as a cmdlet would have. */
export async function connected(origin: string): Promise<LabEngine> {
  const engine = labEngine();
  const { last } = await engine.request({ command: 'connect', address: ADDRESS, host: origin, secret: SECRET, keepSecret: true });
  if (last.t === 'error') throw new Error(last.message);
  return engine;
}

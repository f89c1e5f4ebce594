// One living host: started, asked one request at a time, ended. Knows the framing, not the operations.
import { EOL } from 'node:os';
import type { Clock } from '../engine/clock.js';
import { PsChild, type ChildEnd } from './child.js';
import { HostLost, startToError } from './failures.js';
import { dropRequest, newRequestId, takeFile, writeRequest } from './ipc.js';
import { asciiLiteral } from './literal.js';
import type { WireValue } from './wire-value.js';
import { parsePage, parseReply, type Page, type Reply } from './reply.js';
import { within } from './within.js';

export interface SessionOptions {
  readonly executable: string;
  readonly executableOptions: Readonly<Record<string, string | boolean>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly hostModule: string;
  readonly ipcFolder: string;
  readonly clock: Clock;
  readonly startMs: number;
  readonly log: (text: string) => void;
}

export interface SessionRequest {
  readonly operation: string;
  readonly body: WireValue;
  readonly timeoutMs: number;
}

const STDERR_KEPT = 2000;

/** A policy that refuses the module would else show as silence only: 78, in a Constrained session 79 (failures.ts). */
const EXIT_WITHOUT_MODULE =
  "if (-not (Get-Command Write-M2KMark -ErrorAction Ignore)) { exit 78 + ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') }";

/** Read in the session: inside a trusted module it is always FullLanguage. */
const SESSION_MODE = '$ExecutionContext.SessionState.LanguageMode';

export class HostSession {
  readonly child: PsChild;
  readonly ended: Promise<ChildEnd>;
  readonly #options: SessionOptions;
  #stderr = '';

  /** @throws M2KError PolicyBlocked when the module may not run here, Unavailable when no host could be started. */
  static async start(options: SessionOptions): Promise<HostSession> {
    try {
      return await HostSession.#started(options, true).catch((error: unknown) => {
        // powershell.exe with windowsHide was seen to exit with 2 at once where the parent has no console (reference 1.5): once more without.
        if (error instanceof HostLost && error.exitCode === 2) return HostSession.#started(options, false);
        throw error;
      });
    } catch (error) {
      throw error instanceof HostLost ? startToError(error) : error;
    }
  }

  static async #started(options: SessionOptions, windowsHide: boolean): Promise<HostSession> {
    const session = new HostSession(options, windowsHide);
    try {
      await session.#ask('Get-M2KLanguageMode', options.startMs);
      return session;
    } catch (error) {
      session.child.kill();
      throw error;
    }
  }

  private constructor(options: SessionOptions, windowsHide: boolean) {
    this.#options = options;
    this.child = new PsChild({ executable: options.executable, executableOptions: options.executableOptions, environment: options.environment, windowsHide });
    this.ended = this.child.ended;
    this.child.streams.stderr.on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT);
    });
    const module = `${asciiLiteral(options.hostModule)} -ArgumentList ${asciiLiteral(options.ipcFolder)}, ${process.pid}`;
    this.#type(`Import-Module ${module}`);
    this.#type(EXIT_WITHOUT_MODULE);
  }

  #type(line: string): void {
    this.child.streams.stdin.write(line + EOL);
  }

  /** @throws HostLost when the process died, kept silent for `timeoutMs`, or answered something else; it is then no longer usable. */
  async request(request: SessionRequest): Promise<Reply> {
    const id = newRequestId();
    writeRequest(this.#options.ipcFolder, { id, operation: request.operation, body: request.body });
    try {
      return await this.#ask('Invoke-M2KRequest', request.timeoutMs, id);
    } finally {
      dropRequest(this.#options.ipcFolder, id);
    }
  }

  /** Sends the command once for each page of its reply. */
  async #ask(command: 'Invoke-M2KRequest' | 'Get-M2KLanguageMode', timeoutMs: number, id = newRequestId()): Promise<Reply> {
    const pages: string[] = [];
    for (;;) {
      const page = await this.#command(command === 'Invoke-M2KRequest' ? `${command} ${id}` : `${command} ${id} ${SESSION_MODE}`, timeoutMs, id);
      if (page.page !== pages.length + 1) throw new HostLost('garbled', `page ${page.page} of ${page.pages}, expected ${pages.length + 1}`);
      pages.push(page.base64);
      if (pages.length === page.pages) return parseReply(pages.join(''), (file) => takeFile(this.#options.ipcFolder, file));
    }
  }

  async #command(command: string, timeoutMs: number, id: string): Promise<Page> {
    this.#stderr = '';
    const lost = (how: HostLost['how'], what: string, exitCode: number | null = null): HostLost => new HostLost(how, `${what} ${this.#said()}`.trim(), exitCode);
    const died = this.ended.then((end): never => {
      throw lost('died', end.detail, end.exitCode);
    });
    const limit = { clock: this.#options.clock, ms: timeoutMs, late: () => lost('silent', `no answer in ${timeoutMs} ms`) };
    try {
      const result = await within(limit, Promise.race([this.child.invoke(command).catch(() => died), died]));
      if (result.stderr?.length) this.#options.log(result.stderr.toString());
      const page = parsePage(result.stdout?.toString('latin1') ?? '', id);
      if (page) return page;
      // A child that exits with code 0 in a command resolves it as done (defect 2): tell that from a host that said something else.
      if (result.stdout === undefined) return await died;
      throw lost('garbled', 'no reply line');
    } finally {
      // node-powershell keeps every command and both its outputs for ever (defect 7).
      this.child.history.length = 0;
    }
  }

  /** What the running command put on stderr, without the delimiters. */
  #said(): string {
    return this.#stderr.replaceAll(this.child.token, '').trim();
  }

  /** Ends stdin, so that the shell ends by itself and lets go of COM; kills it after `graceMs`. */
  async end(graceMs: number): Promise<void> {
    this.child.streams.stdin.end();
    const limit = { clock: this.#options.clock, ms: graceMs, late: () => new Error('late') };
    await within(limit, this.ended).catch(() => {
      this.child.kill();
      return this.ended;
    });
  }
}

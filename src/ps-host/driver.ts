// The wire as the engine sees it: typed calls to one host, which is started when first needed and again after it was lost.
import { M2KError } from '../engine/errors.js';
import type { Clock } from '../engine/clock.js';
import { hostEnvironment } from './environment.js';
import { failureToError, HostLost, lostToError } from './failures.js';
import { sweepIpcFolder } from './ipc.js';
import type { HostCall, Operation, ReplyOf, RequestOf, WireFailure } from './protocol.js';
import type { WireValue } from './wire-value.js';
import { HostSession } from './session.js';
import { WINDOWS_POWERSHELL_OPTIONS } from './windows-powershell.js';

export interface Timeouts {
  /** Until the module answers for the first time (desk-rules.md 3). */
  readonly startMs: number;
  /** One command of one call; Outlook may show a dialog meanwhile. */
  readonly callMs: number;
  /** How long a busy Outlook is asked again (desk-rules.md 9). */
  readonly busyMs: number;
  /** For quitting, and again for the process to end. */
  readonly quitMs: number;
}

export const DEFAULT_TIMEOUTS: Timeouts = { startMs: 20_000, callMs: 120_000, busyMs: 30_000, quitMs: 10_000 };

export interface HostOptions {
  /** Full path. */
  readonly executable: string;
  readonly executableOptions?: Readonly<Record<string, string | boolean>>;
  /** Added to the host's environment; for the lab's own executables only. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The profile's folder for payload files; swept at start. */
  readonly ipcFolder: string;
  /** Full path of Host.psm1. */
  readonly hostModule: string;
  readonly clock: Clock;
  readonly timeouts?: Partial<Timeouts>;
  /** What the host prints on stderr, as it comes: never an error by itself. */
  readonly log?: (text: string) => void;
}

export interface PsHost {
  readonly call: HostCall;
  /** Lets Outlook go (and quits it if this host started it), then ends the process. Calls still waiting are rejected with Cancelled. */
  close(): Promise<void>;
  /** Resolves when a host is lost that nobody asked to end; never rejects. */
  readonly died: Promise<M2KError>;
}

export function startHost(options: HostOptions): PsHost {
  sweepIpcFolder(options.ipcFolder);
  const driver = new Driver(options);
  return { call: (operation, request) => driver.call(operation, request), close: () => driver.close(), died: driver.died };
}

class Driver {
  readonly died: Promise<M2KError>;
  #tellDeath: (error: M2KError) => void = () => undefined;
  readonly #options: HostOptions;
  readonly #timeouts: Timeouts;
  #session: HostSession | undefined;
  #tail: Promise<unknown> = Promise.resolve();
  #closed: Promise<void> | undefined;
  /** The last `open` that succeeded: done again in the next process. */
  #opened: { readonly request: RequestOf<'open'>; readonly startedOutlook: boolean } | undefined;

  constructor(options: HostOptions) {
    this.#options = options;
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
    this.died = new Promise((resolve) => (this.#tellDeath = resolve));
  }

  /** One in flight: node-powershell forgets what is queued behind a command whose process dies (defect 3). */
  async call<Op extends Operation>(operation: Op, request: RequestOf<Op>): Promise<ReplyOf<Op>> {
    const run = this.#tail.then(() => this.#patiently(operation, request));
    this.#tail = run.catch(() => undefined);
    return run;
  }

  async #patiently<Op extends Operation>(operation: Op, request: RequestOf<Op>): Promise<ReplyOf<Op>> {
    const { clock } = this.#options;
    const until = clock.now() + this.#timeouts.busyMs;
    for (let wait = 250; ; wait = Math.min(2 * wait, 4000)) {
      if (this.#closed) throw new M2KError('Cancelled', { reason: 'host-closed', side: 'outlook' });
      const reply = await this.#once(operation, request);
      if (reply.ok) return reply.value as ReplyOf<Op>;
      if (!mayRepeat(reply.failure) || clock.now() + wait > until) throw failureToError(reply.failure);
      await clock.sleep(wait);
    }
  }

  async #once<Op extends Operation>(operation: Op, request: RequestOf<Op>) {
    const session = this.#session ?? (await this.#start(operation));
    const reply = await this.#ask(session, operation, request);
    if (operation === 'open' && reply.ok) {
      this.#opened = { request: request as RequestOf<'open'>, startedOutlook: (reply.value as unknown as ReplyOf<'open'>).startedOutlook };
    }
    return reply;
  }

  async #ask(session: HostSession, operation: Operation, request: unknown) {
    try {
      return await session.request({ operation, body: request as WireValue, timeoutMs: this.#timeouts.callMs });
    } catch (error) {
      // Whatever is still running in it would delay and poison the next call (defect 5).
      session.child.kill();
      await session.ended;
      throw error instanceof HostLost ? lostToError(operation, error) : error;
    }
  }

  async #start(first: Operation): Promise<HostSession> {
    const { executable, executableOptions = WINDOWS_POWERSHELL_OPTIONS, hostModule, ipcFolder, clock, log } = this.#options;
    const session = await HostSession.start({
      executable, executableOptions, hostModule, ipcFolder, clock,
      environment: hostEnvironment(process.env, this.#options.environment),
      startMs: this.#timeouts.startMs,
      log: log ?? (() => undefined),
    });
    this.#session = session;
    void session.ended.then((end) => {
      if (this.#session === session) this.#session = undefined;
      if (!this.#closed) this.#tellDeath(new M2KError('Unavailable', { reason: 'host-died', side: 'outlook', excerpt: end.detail.slice(0, 300) }));
    });
    if (this.#opened && first !== 'open') await this.#reopen(session, this.#opened);
    return session;
  }

  /** Never starts Outlook: what was open when the last host was lost must still be. */
  async #reopen(session: HostSession, opened: { readonly request: RequestOf<'open'>; readonly startedOutlook: boolean }): Promise<void> {
    const reply = await this.#ask(session, 'open', { ...opened.request, start: false, startedBefore: opened.startedOutlook });
    if (reply.ok) return;
    await session.end(this.#timeouts.quitMs);
    throw failureToError(reply.failure);
  }

  close(): Promise<void> {
    this.#closed ??= this.#quit();
    return this.#closed;
  }

  async #quit(): Promise<void> {
    const { quitMs } = this.#timeouts;
    // A call in flight gets the same grace as quitting; then it is lost with its process (defect 6: never taken for done).
    const idle = new AbortController();
    const grace = this.#options.clock.sleep(quitMs, idle.signal).then(() => this.#session?.child.kill(), () => undefined);
    await this.#tail;
    idle.abort();
    await grace;
    const session = this.#session;
    if (!session) return;
    await session.request({ operation: 'quit', body: {}, timeoutMs: quitMs }).catch(() => undefined);
    await session.end(quitMs);
  }
}

/** Only what was wholly refused may be asked again; an item the user has open stays busy for this run (rules.md 31). */
const mayRepeat = (failure: WireFailure): boolean => failure.code === 'Busy' && failure.part !== true && failure.reason !== 'open-unsaved';

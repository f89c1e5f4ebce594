// One PowerShell process by node-powershell 5.0.1, with what must be overridden in it (reference: defects 1, 4, 11, 13 of section 1.3).
import type { ChildProcess } from 'node:child_process';
import { PowerShell, type PSExecutableType } from 'node-powershell';

export interface ChildOptions {
  readonly executable: string;
  readonly executableOptions: Readonly<Record<string, string | boolean>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly windowsHide: boolean;
}

export interface ChildEnd {
  /** Null when it was killed or never started. */
  readonly exitCode: number | null;
  readonly detail: string;
}

/** What node-powershell keeps private, and the adapter cannot do without. */
interface Inside {
  readonly process: ChildProcess;
  readonly exitPromise: Promise<void>;
}

/** Knows nothing of requests; owns the process until it has ended. */
export class PsChild extends PowerShell {
  /** Settles when the process ends, however it ends; never rejects. */
  readonly ended: Promise<ChildEnd>;
  /** The delimiter of the command that was sent last. */
  token = ' ';

  constructor(options: ChildOptions) {
    super({
      executable: options.executable,
      executableOptions: { ...options.executableOptions },
      throwOnInvocationError: false,
      spawnOptions: { windowsHide: options.windowsHide, env: { ...options.environment } },
    });
    // exitPromise rejects unheard when nothing is being invoked, which would end this process.
    this.ended = this.#inside.exitPromise.then(
      () => this.#end('ended'),
      (error: unknown) => this.#end(error instanceof Error ? error.message.trim() : String(error)),
    );
    // Writing to a process that just died emits an error each time; node-powershell listens for the first only.
    this.streams.stdin.on('error', () => undefined);
  }

  get #inside(): Inside {
    return this as unknown as Inside;
  }

  get pid(): number | undefined {
    return this.#inside.process.pid;
  }

  kill(): void {
    this.#inside.process.kill('SIGKILL');
  }

  #end(detail: string): ChildEnd {
    return { exitCode: this.#inside.process.exitCode, detail };
  }

  /** NODE_POWERSHELL and a search on PATH never decide what runs (desk-rules.md 1, 2). */
  protected override setExecutable(options: { readonly executable?: PSExecutableType | string }): string {
    return options.executable ?? '';
  }

  /** Without a line end: the search for the second delimiter looks at the last 17 bytes only, and delimiter + CRLF is 18. */
  protected override writeToOutput(token: string): string {
    return `Write-M2KMark ${token}`;
  }

  protected override writeToError(token: string): string {
    this.token = token;
    return `Write-M2KMark ${token} -ToError`;
  }
}

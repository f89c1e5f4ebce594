// A person at a PowerShell prompt that lives on: types a line, waits, reads what came. The shell is started as node-powershell starts it, with -Command -.
import type { ChildProcessWithoutNullStreams } from 'node:child_process';

export interface Said {
  readonly text: string;
  /** What the line put on stderr: errors; '' when all went well. */
  readonly complaint: string;
}

export interface Prompt {
  /** One whole statement. @throws Error after `limitMs`, with what was said until then. */
  type(line: string, limitMs?: number): Promise<Said>;
  /** The value of an expression, of whatever ConvertTo-Json can say. @throws Error when the line complained */
  ask(expression: string): Promise<unknown>;
  leave(): Promise<number | null>;
}

const LIMIT_MS = 600_000;

/** @param withoutNoise takes off stderr what is the machine's own and no complaint */
export function promptOf(child: ChildProcessWithoutNullStreams, withoutNoise: (text: string) => string = (text) => text): Prompt {
  // Not 'close': under Wine an Outlook that this shell has started keeps its streams.
  const ended = new Promise<number | null>((resolve, reject) => { child.on('error', reject); child.on('exit', resolve); });
  let out = '', err = '', count = 0, heard = (): void => undefined;
  child.stdin.on('error', () => undefined);
  child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; heard(); });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });

  async function type(line: string, limitMs = LIMIT_MS): Promise<Said> {
    const mark = `== ${String(count += 1)} ==`;
    [out, err] = ['', ''];
    const done = new Promise<void>((resolve) => { heard = () => { if (out.includes(mark)) resolve(); }; });
    child.stdin.write(`${line}\r\n[Console]::Out.WriteLine('${mark}')\r\n`);
    const late = new Promise<'late'>((resolve) => { setTimeout(resolve, limitMs, 'late').unref(); });
    const how = await Promise.race([done, late, ended]);
    if (how !== undefined) throw new Error(`'${line}' ${how === 'late' ? 'took too long' : 'ended the prompt'}: ${out}${err}`);
    return { text: out.slice(0, out.indexOf(mark)).replaceAll('\r\n', '\n').trimEnd(), complaint: withoutNoise(err).trim() };
  }
  return {
    type,
    async ask(expression) {
      const { text, complaint } = await type(`[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes((ConvertTo-Json -InputObject (${expression}) -Depth 5 -Compress)))`);
      if (complaint !== '') throw new Error(`'${expression}': ${complaint}`);
      return JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as unknown;
    },
    leave: async () => {
      child.stdin.end('exit\r\n');
      const code = await ended;
      // The Outlook that keeps them would keep this process too.
      for (const stream of [child.stdout, child.stderr]) stream.destroy();
      return code;
    },
  };
}

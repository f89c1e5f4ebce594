// The password from a person: hidden on a terminal, else the first line of standard input. Never an argument, never echoed.
import { M2KError } from '../../errors.js';
import { lineReader } from '../lines.js';
import type { Io } from '../parts.js';

const ENTER = new Set(['\r', '\n', '\u0004']);
const BACK = new Set(['\b', '\u007F']);
const CTRL_C = '\u0003';

/** '' when there is none. @throws M2KError Cancelled on Ctrl+C */
export async function askPassword(io: Io, prompt: string): Promise<string> {
  if (io.stdin.isTTY !== true || io.stdin.setRawMode === undefined) {
    const reader = lineReader(io.stdin);
    const line = await reader.next();
    reader.close();
    return line ?? '';
  }
  io.stderr.write(prompt);
  io.stdin.setRawMode(true);
  try {
    return await hiddenLine(io.stdin);
  } finally {
    io.stdin.setRawMode(false);
    io.stderr.write('\n');
  }
}

function hiddenLine(input: Io['stdin']): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: readonly string[] = [];
    const end = (settle: () => void): void => { input.removeListener('data', take); input.pause(); settle(); };
    const take = (chunk: Buffer | string): void => {
      for (const key of chunk.toString('utf8')) {
        if (ENTER.has(key)) { end(() => { resolve(typed.join('')); }); return; }
        if (key === CTRL_C) { end(() => { reject(new M2KError('Cancelled')); }); return; }
        typed = BACK.has(key) ? typed.slice(0, -1) : [...typed, key];
      }
    };
    input.on('data', take);
    input.resume();
  });
}

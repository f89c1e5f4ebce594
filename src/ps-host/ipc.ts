// Requests as files: no appointment text is ever part of a command, so neither script-block logging nor transcripts see it (desk-rules.md 4).
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toWire, type WireValue } from './wire-value.js';

/** Names a request: its file, the reply, the reply's further pages. */
export type RequestId = string;

export const newRequestId = (): RequestId => randomBytes(16).toString('hex');

/**
 * Texts beyond this length stand in files of their own, spelled '#<n>': ConvertFrom-Json of Windows PowerShell 5.1 reads 2,097,152
 * characters at most, and quotes or control characters take up to six in JSON.
 */
const LONG_TEXT = 100_000;

/** Requests, their long texts, and pictures and files on their way into Outlook and out of it; one to be attached lies in a folder of such a name. */
const FILE_OF_OURS = /^[0-9a-f]{32}\.(json|\d+\.(?:txt|bin))$/;

/** Makes the folder (0700) and removes what earlier runs left: a host that died between our writing and its reading. */
export function sweepIpcFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  for (const name of readdirSync(folder)) if (FILE_OF_OURS.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Writes `<id>.json` and its long texts, 0600. The host deletes each on reading. */
export function writeRequest(folder: string, request: { readonly id: RequestId; readonly operation: string; readonly body: WireValue }): void {
  let texts = 0;
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text, { mode: 0o600, flag: 'wx' });
  const json = JSON.stringify({ op: request.operation, request: toWire(request.body) }, (_key, value: unknown) => {
    if (typeof value !== 'string' || value.length <= LONG_TEXT) return value;
    texts += 1;
    write(`${request.id}.${texts}.txt`, value.slice(1));
    return `#${texts}`;
  });
  write(`${request.id}.json`, json);
}

/** For a request whose host died before reading it. */
export function dropRequest(folder: string, id: RequestId): void {
  for (const name of readdirSync(folder)) if (name.startsWith(`${id}.`)) rmSync(join(folder, name), { force: true });
}

/** A picture that the host left for us, as base64; the file is gone afterwards. @throws Error for a name that is not the host's. */
export function takeFile(folder: string, name: string): string {
  if (!FILE_OF_OURS.test(name)) throw new Error(`wire: a file that is not ours: ${name.slice(0, 20)}`);
  const path = join(folder, name);
  try {
    return readFileSync(path).toString('base64');
  } finally {
    rmSync(path, { force: true });
  }
}

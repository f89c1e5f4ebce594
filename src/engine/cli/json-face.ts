// The face for programs: every record as a line on stdout.
import type { Face } from './human-face.js';
import { jsonLine } from './json-line.js';
import type { Io } from './parts.js';
import { RECORDS_VERSION } from './records.js';
import type { EngineRecord } from './records.js';

export function jsonFace(io: Io, about: { readonly version: string; readonly marked?: boolean }): Face {
  const write = (record: EngineRecord): void => { io.stdout.write(jsonLine(about.marked === true ? marked(record) : record)); };
  write({ t: 'hello', v: RECORDS_VERSION, version: about.version });
  return { tell: write, end: write };
}

function marked(value: unknown): unknown {
  if (typeof value === 'string') return `=${value}`;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(marked);
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, marked(held)]));
}

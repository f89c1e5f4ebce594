// The face for programs: every record as a line on stdout.
import type { Face } from './human-face.js';
import { jsonLine } from './json-line.js';
import type { Io } from './parts.js';
import { RECORDS_VERSION } from './records.js';
import type { EngineRecord } from './records.js';

export function jsonFace(io: Io, version: string): Face {
  const write = (record: EngineRecord): void => { io.stdout.write(jsonLine(record)); };
  write({ t: 'hello', v: RECORDS_VERSION, version });
  return { tell: write, end: write };
}

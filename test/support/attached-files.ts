// Files for tests, and how an appointment holds them (OOM 2.5): what the host does of steps, without a host.
import fc from 'fast-check';
import { shelfInMemory } from '../../src/engine/codec/shelf.js';
import { shelvedFile } from '../../src/engine/codec/attachments/files.js';
import type { Attachment } from '../../src/engine/model/event.js';
import type { AttachmentRecord } from '../../src/ps-host/item-record.js';
import type { Step } from '../../src/ps-host/protocol.js';
import { createHash } from 'node:crypto';

/** Both codecs of a test reach for it. */
export const SHELF = shelfInMemory();

export const aFile = (name: string, content: string): Attachment => shelvedFile(SHELF, name, Buffer.from(content));

/** Two of one name, one content under two names, names that Windows or Outlook does not take, one that is too large for anybody, one that nobody has. */
const FILES: readonly Attachment[] = [
  aFile('agenda.txt', 'first'), aFile('agenda.txt', 'second'), aFile('copy of agenda.txt', 'first'), aFile('\u8b70\u7a0b, "\u8349\u7a3f": v1;2.pdf', '%PDF'), aFile('a/b\\c<d>?.docx', 'x'.repeat(300)),
  aFile(`${'long'.repeat(60)}.xlsx`, 'y'), aFile('setup.exe', 'MZ'), aFile('con.txt', 'z'), aFile(' trailing. ', 'w'), aFile('caret^n.txt', 'v'),
  { name: 'film.mp4', sha256: '0'.repeat(64), octets: 6 * 1024 * 1024 },
];

export const arbitraryFiles = (): fc.Arbitrary<readonly Attachment[]> => fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, fc.subarray([...FILES], { maxLength: 4 }));

/** An attachment by value, as the host reads it. */
export const attached = (name: string, octets: Uint8Array, other: Partial<AttachmentRecord> = {}): AttachmentRecord =>
  ({ name, type: 1, size: octets.length + 600, hidden: false, flags: 0, octets: Buffer.from(octets).toString('base64'), ...other });

type Detach = Step & { readonly do: 'detach' };

const shaOf = (one: AttachmentRecord): string => one.sha256 ?? createHash('sha256').update(Buffer.from(one.octets ?? '', 'base64')).digest('hex');
const placeOf = (now: readonly AttachmentRecord[], { name, sha256 }: Detach): number => now.findLastIndex((one) => one.type === 1 && one.name === name && shaOf(one) === sha256);

/** Whether there is what the step takes away. */
export const holds = (now: readonly AttachmentRecord[], step: Detach): boolean => placeOf(now, step) >= 0;

export function attachmentsAfter(now: readonly AttachmentRecord[], step: Step & { readonly do: 'attach' | 'detach' }): readonly AttachmentRecord[] {
  if (step.do === 'attach') return [...now, attached(step.name, Buffer.from(step.octets, 'base64'))];
  const at = placeOf(now, step);
  if (at < 0) throw new Error(`no attachment ${step.name} of that content`);
  return now.filter((_one, index) => index !== at);
}

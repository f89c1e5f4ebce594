// Files of events by what they are, in one order whoever lists them.
import { canonicalLine } from '../../model/canonical.js';
import type { Attachment } from '../../model/event.js';
import { putOn, type Shelf } from '../shelf.js';

/** What a file without a name is called. */
const NAMELESS = 'attachment';

/** Two files of one name and content are one. By name, then by content: neither side keeps an order of its own. */
export function canonicalFiles(files: readonly Attachment[]): readonly Attachment[] {
  const byKey = new Map(files.filter(({ octets }) => octets > 0).map((file) => {
    const name = canonicalLine(file.name) || NAMELESS;
    return [keyOf({ ...file, name }), { name, sha256: file.sha256, octets: file.octets }] as const;
  }));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
}

/** What tells one file of an event from another. */
export const keyOf = ({ name, sha256 }: Pick<Attachment, 'name' | 'sha256'>): string => `${name}\n${sha256}`;

/** The file that these octets are, its octets now on the shelf. */
export const shelvedFile = (shelf: Shelf, name: string, octets: Uint8Array): Attachment =>
  ({ name: canonicalLine(name) || NAMELESS, sha256: putOn(shelf, octets), octets: octets.length });

// ATTACH (RFC 5545 section 3.8.1.1): files that are in the text. What is only pointed to, by whatever kind of URI, stays byte for byte.
import type { Attachment } from '../../model/event.js';
import { canonicalFiles, keyOf, ofSeries, shelvedFile } from '../attachments/files.js';
import { extensionOfType, typeOfName } from '../attachments/media-types.js';
import type { LineToFormat } from '../content-lines/format.js';
import { paramValues, type ContentLine } from '../content-lines/lines.js';
import type { Row } from '../row.js';
import { editProperties, properties, valueOf } from './components.js';
import type { Component } from './components.js';
import type { EventObject } from './event-object.js';

/** Where clients put a file's name: RFC 8607 section 4.2; MS-OXCICAL and Thunderbird; Apple; KOrganizer; Evolution. */
const NAME_PARAMS = ['FILENAME', 'X-FILENAME', 'X-APPLE-FILENAME', 'X-LABEL', 'X-EVOLUTION-CALDAV-ATTACHMENT-NAME'];

/** Of the one event; those of occurrences are in their overrides (exceptions.ts). */
export const attachmentsRow: Row<EventObject, readonly Attachment[]> = {
  read: (object) => canonicalFiles(properties(object.event, 'ATTACH').flatMap((line) => fileIn(line, object) ?? [])),
  write(object, wanted) {
    const missing = new Map(canonicalFiles(ofSeries(wanted)).map((file) => [keyOf(file), file]));
    const each = (line: ContentLine): ContentLine | null => {
      const file = fileIn(line, object);
      // Nobody's to take away: a link, something that is no file, a file that is too large to cross.
      if (file === null) return line;
      return missing.delete(keyOf(file)) ? line : null;
    };
    const kept = properties(object.event, 'ATTACH').filter((line) => each(line) !== null);
    const more = [...missing.values()].flatMap((file) => lineOf(file, object) ?? []);
    editProperties(object.event, 'ATTACH', { each: (line) => (kept.includes(line) ? line : null), more });
  },
  narrow: (files) => canonicalFiles(ofSeries(files)),
};

/** The file that a line holds; null where it is a link or too large. */
function fileIn(line: ContentLine, { use }: EventObject): Attachment | null {
  const is = (name: string, value: string): boolean => paramValues(line, name).some((held) => held.toUpperCase() === value);
  if (!is('ENCODING', 'BASE64') && !is('VALUE', 'BINARY')) return null;
  const octets = Buffer.from(line.value, 'base64');
  if (octets.length === 0 || octets.length > use.mostOctets) return null;
  const [type = ''] = paramValues(line, 'FMTTYPE'), name = NAME_PARAMS.flatMap((param) => paramValues(line, param)).find((value) => value !== '');
  return shelvedFile(use.files, name ?? `attachment${extensionOfType(type)}`, octets);
}

/** Null for a file that nobody has any more: the rest of the event goes on without it. */
function lineOf({ name, sha256 }: Attachment, { use }: EventObject): Omit<LineToFormat, 'name'> | null {
  const octets = use.files.take(sha256), type = typeOfName(name);
  if (octets === undefined) return null;
  const params = [
    ...(type === undefined ? [] : [{ name: 'FMTTYPE', values: [type] }]), { name: 'ENCODING', values: ['BASE64'] }, { name: 'VALUE', values: ['BINARY'] },
    { name: 'FILENAME', values: [name] }, { name: 'X-FILENAME', values: [name] },
  ];
  return { params, value: Buffer.from(octets).toString('base64') };
}

/** Files that the server keeps for the event and nobody else has (RFC 8607): they may go with it. By the name people see. */
export const managedFiles = (event: Component): readonly string[] =>
  properties(event, 'ATTACH').filter((line) => paramValues(line, 'MANAGED-ID').length > 0).map((line) => paramValues(line, 'FILENAME')[0] ?? (line.value.split('/').at(-1) || valueOf(event, 'UID')));

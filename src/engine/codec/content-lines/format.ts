// Writes one content line: CRLF, folded at 75 octets (RFC 5545 section 3.1), never inside a UTF-8 sequence.
import { formatParam } from './params.js';
import type { Param } from './params.js';

/** Octets of a physical line, without its CRLF. */
const LINE_OCTETS = 75;

/** What goes behind the blank of a fold. */
const REST = new RegExp(`.{1,${LINE_OCTETS - 1}}`, 'g');

export interface LineToFormat {
  readonly group?: string;
  readonly name: string;
  readonly params?: readonly Param[];
  /** Already escaped. */
  readonly value: string;
}

/** @throws Error on a raw line end in the value: Mail2000 refuses the object with 415 (M6), so it is a bug to make one. */
export function formatLine(line: LineToFormat): string {
  if (/[\r\n]/.test(line.value)) throw new Error(`${line.name}: a line end was not escaped`);
  return folded(`${line.group ? `${line.group}.` : ''}${line.name}${(line.params ?? []).map(formatParam).join('')}:${line.value}`);
}

function folded(content: string): string {
  if (content.length * 3 <= LINE_OCTETS || Buffer.byteLength(content) <= LINE_OCTETS) return `${content}\r\n`;
  if (/^[ -~]*$/.test(content)) return `${content.slice(0, LINE_OCTETS)}${content.slice(LINE_OCTETS).replace(REST, '\r\n $&')}\r\n`;
  let text = '';
  let octets = 0;
  for (const character of content) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return `${text}\r\n`;
}

// Writes one content line: CRLF, folded at 75 octets (RFC 5545 section 3.1), never inside a UTF-8 sequence.
import type { ContentLine } from './lines.js';
import { formatParam, paramsOf } from './params.js';
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
export const formatLine = (line: LineToFormat): string => madeLine(line).raw;

/** What parseLines makes of the line's text (a law of content-lines says that a line is read as it was written). Throws what formatLine does. */
export function madeLine({ group = '', name, params = [], value }: LineToFormat): ContentLine {
  if (/[\r\n]/.test(value)) throw new Error(`${name}: a line end was not escaped`);
  const said = params.length === 0 ? '' : params.map(formatParam).join('');
  return { raw: folded(`${group === '' ? '' : `${group}.`}${name}${said}:${value}`), group, name, params: paramsOf(said), value };
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

// Parameters of a content line: `;NAME=value,"quoted value"`, RFC 5545 section 3.2, with the caret escapes of RFC 6868.

export interface Param {
  /** Upper case. */
  readonly name: string;
  /** Without quotes, RFC 6868 carets decoded. Empty for a bare parameter. */
  readonly values: readonly string[];
  /** vCard 2.1's parameter without a name, `TEL;HOME:`: `name` is what stood there. */
  readonly bare?: boolean;
}

export const NO_PARAMS: readonly Param[] = [];

/** A book or a calendar spells its parameters in a few ways: each is read once, and who asks twice of the same text is given the same array. */
const READ = new Map<string, readonly Param[]>();
const MOST_READ = 1000, LONGEST_READ = 100;

/** `text` is what stands between the property's name and the colon, beginning with `;` or empty. */
export function paramsOf(text: string): readonly Param[] {
  if (text === '') return NO_PARAMS;
  if (text.length > LONGEST_READ) return read(text);
  let params = READ.get(text);
  if (params === undefined) {
    if (READ.size === MOST_READ) READ.clear();
    const own = copied(text);
    READ.set(own, params = read(own));
  }
  return params;
}

/** V8's part of a text keeps the whole text alive, which may be a card with its picture. */
const copied = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

function read(text: string): readonly Param[] {
  return split(text, ';').slice(1).filter((part) => part.trim() !== '').map((part) => {
    const equals = part.indexOf('=');
    if (equals < 0) return { name: part.trim().toUpperCase(), values: [], bare: true };
    return { name: part.slice(0, equals).trim().toUpperCase(), values: split(part.slice(equals + 1), ',').map(decoded) };
  });
}

export function formatParam(param: Param): string {
  return `;${param.name}${param.bare ? '' : `=${param.values.map(encoded).join(',')}`}`;
}

/** At separators outside quotes; a quote that is never closed quotes nothing. */
function split(text: string, separator: ';' | ','): readonly string[] {
  if (!text.includes('"')) return text.split(separator);
  const parts: string[] = [];
  let part = '';
  for (const [piece] of text.matchAll(/"[^"]*"|[^]/g)) {
    if (piece === separator) {
      parts.push(part);
      part = '';
    } else part += piece;
  }
  return [...parts, part];
}

const CARETS: Readonly<Record<string, string>> = { '^n': '\n', "^'": '"', '^^': '^' };

const decoded = (value: string): string =>
  /^[\w-]*$/.test(value) ? value : value.trim().replace(/^"([^"]*)"$/, '$1').replace(/\^[n'^]/g, (caret) => CARETS[caret] ?? caret);

function encoded(value: string): string {
  if (/^[\w-]*$/.test(value)) return value;
  const safe = value.replace(/\^/g, '^^').replace(/"/g, "^'").replace(/\r\n?|\n/g, '^n');
  return /[:;,]/.test(safe) || safe !== safe.trim() ? `"${safe}"` : safe;
}

// Content lines of RFC 5545 section 3.1 and RFC 6350 section 3.3, kept as they came. Knows no property and no component.
import { NO_PARAMS, paramsOf } from './params.js';
import type { Param } from './params.js';

/** One logical line. A line without a colon (blank, or garbage) has name '' and no params; `raw` still holds it. */
export interface ContentLine {
  /** As it came: byte order mark, folds and line end included. All raws joined are the text. */
  readonly raw: string;
  /** `item1` of `item1.TEL`, in its own case; '' without one. */
  readonly group: string;
  /** Upper case. */
  readonly name: string;
  readonly params: readonly Param[];
  /** Unfolded, still escaped. */
  readonly value: string;
}

/**
 * Splits text into logical lines; never fails. Takes CRLF, LF and CR, folds of blank or tab, a byte order mark,
 * and the soft line breaks of QUOTED-PRINTABLE (`=` at the line's end), which are taken out of `value`.
 */
export function parseLines(text: string): readonly ContentLine[] {
  const physical = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const lines: ContentLine[] = [];
  for (let at = 0; at < physical.length;) {
    const from = at++, raw = physical[from] ?? '';
    const first = from === 0 ? ended(raw).replace(/^\uFEFF/, '') : ended(raw);
    if (!goesOn(first, physical[at])) {
      lines.push(parsed(raw, first));
      continue;
    }
    const pieces = [first];
    for (; at < physical.length; at += 1) {
      const next = physical[at] ?? '', last = pieces.at(-1) ?? '';
      const soft = breaksSoftly(pieces, next);
      if (!soft && !isFold(next)) break;
      if (soft) pieces[pieces.length - 1] = last.slice(0, -1);
      pieces.push(soft ? ended(next) : ended(next).slice(1));
    }
    lines.push(parsed(physical.slice(from, at).join(''), pieces.join('')));
  }
  return lines;
}

/** Whether the next physical line may belong to this one: most do not. */
const goesOn = (content: string, next: string | undefined): boolean =>
  next !== undefined && (isFold(next) || content.endsWith('='));

const isFold = (physical: string): boolean => physical.startsWith(' ') || physical.startsWith('\t');

/** The values of a parameter, over all its appearances; empty when the line has none of that name. */
export const paramValues = (line: ContentLine, name: string): readonly string[] => {
  const named = line.params.filter((param) => param.name === name);
  return named.length === 1 ? named[0]?.values ?? [] : named.flatMap((param) => param.values);
};

const ended = (physical: string): string => physical.slice(0, physical.length - (physical.endsWith('\r\n') ? 2 : /[\r\n]$/.test(physical) ? 1 : 0));

/**
 * What follows a soft break belongs to the value whole, blanks at its beginning too (RFC 2045 section 6.7) - unless a fold only cut an escape in
 * two (`=` and `E8`), as 3.0 folds. A value that ends in `=` by mistake must not swallow the end of its component.
 */
const breaksSoftly = (pieces: readonly string[], next: string): boolean =>
  pieces.at(-1)?.endsWith('=') === true && /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(pieces.join('')) && !/^(?:BEGIN|END):/i.test(next) && !/^[ \t][0-9A-F]{2}/.test(next);

function parsed(raw: string, content: string): ContentLine {
  const head = headOf(content);
  if (head !== null && /^[A-Za-z0-9_-]+$/.test(head)) return { raw, group: '', name: head.toUpperCase(), params: NO_PARAMS, value: content.slice(head.length + 1) };
  const [, group = '', name = '', rest = ''] = /^(?:([A-Za-z0-9-]+)\.)?([A-Za-z0-9_-]+)\s*((?:;.*)?)$/s.exec(head ?? '') ?? [];
  if (head === null || name === '') return { raw, group: '', name: '', params: NO_PARAMS, value: content };
  return { raw, group, name: name.toUpperCase(), params: paramsOf(rest), value: content.slice(head.length + 1) };
}

/** What stands before the first colon outside quotes; a quote that is never closed quotes nothing. */
function headOf(content: string): string | null {
  const colon = content.indexOf(':'), quote = content.indexOf('"');
  if (colon >= 0 && (quote < 0 || quote > colon)) return content.slice(0, colon);
  const head = /^(?:[^":]|"[^"]*")*(?=:)/.exec(content) ?? /^[^:]*(?=:)/.exec(content);
  return head?.[0] ?? null;
}

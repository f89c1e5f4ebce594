// One spelling per value: what "equal" means everywhere.

/** A value that JSON holds as it is. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Keys sorted, undefined dropped: equal values give equal text. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}

/** Whether canonicalText would give the same text for both. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((element, at) => equal(element, b[at]));
  const held = a as Readonly<Record<string, unknown>>, other = b as Readonly<Record<string, unknown>>;
  for (const key in held) if (held[key] !== undefined && !(key in other && equal(held[key], other[key]))) return false;
  for (const key in other) if (other[key] !== undefined && held[key] === undefined) return false;
  return true;
}

/** One line of letters, signs and blanks within, Latin to Han: most texts by far, and canonical as they are. */
const PLAIN = /^[!-~\u00A1-\u061B\u3001-\uD7FF](?:[ -~\u00A1-\u061B\u3001-\uD7FF]*[!-~\u00A1-\u061B\u3001-\uD7FF])?$/;

/**
 * Text as both sides can hold it: LF line ends, no control characters but tab and LF (XML 1.0 section 2.2 forbids them
 * and RFC 5545 section 3.3.11 has no escape for them), no lone surrogates, no blanks or empty lines at the end.
 */
export function canonicalLines(text: string): string {
  if (text === '' || PLAIN.test(text)) return text;
  return canonicalControl(text.replace(/\r\n?/g, '\n')).trimEnd();
}

/** One-line text: line ends become one blank each. */
export function canonicalLine(text: string): string {
  if (text === '' || PLAIN.test(text)) return text;
  return canonicalLines(text).replace(/\n/g, ' ').trim();
}

/** The very characters that neither side's text format can hold. */
function canonicalControl(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '');
}

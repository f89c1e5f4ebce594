// TEXT values: RFC 5545 section 3.3.11, RFC 6350 section 4. Lines end by LF in the model.

/** Any line end becomes `\n`. */
export const escapeText = (text: string): string => (!/[\\;,\r\n]/.test(text) ? text : text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n'));

/**
 * `\N` counts as `\n`, and `\:` (seen in vCards of old exporters) as a colon. Any other backslash is kept:
 * it is more likely a path that nobody escaped than an escape that no RFC knows.
 */
export const unescapeText = (value: string): string =>
  !value.includes('\\') ? value : value.replace(/\\([nN\\;,:])/g, (_, escaped: string) => (escaped === 'n' || escaped === 'N' ? '\n' : escaped));

/** Parts of a list (`,`) or of a structured value (`;`), still escaped. */
export function splitValue(value: string, separator: ',' | ';'): readonly string[] {
  if (!value.includes('\\')) return value.split(separator);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1;
    else if (value[at] === separator) {
      parts.push(value.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, value.slice(from)];
}

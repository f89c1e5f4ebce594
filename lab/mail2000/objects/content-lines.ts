// The content-line layer shared by iCalendar (RFC 5545 section 3.1) and vCard (RFC 6350 section 3.3). Never throws on dirty text
// unless asked to judge it; edits keep every other octet as it came.

export interface ContentLine {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

export interface Component {
  readonly name: string;
  readonly lines: readonly ContentLine[];
  readonly components: readonly Component[];
}

/** The text is no sequence of well-nested content lines. */
export class BrokenText extends Error {
  override name = 'BrokenText';
}

/** Logical lines with their folds and line ends, so that `join('')` gives the text back. */
export function logicalLines(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n|$)(?:[ \t][^\r\n]*(?:\r\n|\r|\n|$))*/g)?.filter((line) => line !== '') ?? [];
}

const unfold = (line: string): string => line.replace(/(?:\r\n|\r|\n)[ \t]/g, '').replace(/[\r\n]+$/, '');

const shape = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^":;])*)*):(.*)$/s;

/** One logical line; undefined if it is no content line. Bare vCard 2.1 parameters (`TEL;HOME:`) count as TYPE. */
export function parseContentLine(line: string): ContentLine | undefined {
  const match = shape.exec(unfold(line));
  if (!match) return undefined;
  const [, name = '', parameterText = '', value = ''] = match;
  const parameters = new Map<string, string>();
  for (const [whole] of parameterText.matchAll(/;(?:"[^"]*"|[^":;])*/g)) {
    const equals = whole.indexOf('=');
    const key = equals < 0 ? 'TYPE' : whole.slice(1, equals).toUpperCase();
    const given = whole.slice(equals + 1).replaceAll('"', '').replace(/^;/, '');
    parameters.set(key, [parameters.get(key), given].filter((part) => part !== undefined).join(','));
  }
  return { name: name.toUpperCase(), parameters, value };
}

interface Open { readonly name: string; readonly lines: ContentLine[]; readonly components: Component[] }

/** The components of a text. Lines that are none are an error when `strict`, else passed over. Throws {@link BrokenText}. */
export function parseComponents(text: string, strict: boolean): readonly Component[] {
  const top: Open = { name: '', lines: [], components: [] };
  const stack: Open[] = [top];
  for (const raw of logicalLines(text.replace(/^\uFEFF/, ''))) {
    if (raw.trim() === '') continue;
    const line = parseContentLine(raw);
    const current = stack.at(-1) ?? top;
    if (line === undefined) {
      if (strict) throw new BrokenText(`Invalid Mimedir file. Line does not follow iCalendar/vCard conventions: ${raw.trim().slice(0, 60)}`);
    } else if (line.name === 'BEGIN') {
      const opened: Open = { name: line.value.trim().toUpperCase(), lines: [], components: [] };
      current.components.push(opened);
      stack.push(opened);
    } else if (line.name === 'END') {
      if (stack.length < 2 || current.name !== line.value.trim().toUpperCase()) throw new BrokenText(`Invalid Mimedir file. END:${line.value} closes nothing`);
      stack.pop();
    } else current.lines.push(line);
  }
  if (stack.length !== 1) throw new BrokenText(`Invalid Mimedir file. ${stack.at(-1)?.name ?? ''} is not closed`);
  if (strict && top.lines.length > 0) throw new BrokenText('Invalid Mimedir file. Text outside any component');
  return top.components;
}

export const lineOf = (component: Component, name: string): ContentLine | undefined => component.lines.find((line) => line.name === name);

/** The UID of a calendar object or card, however dirty the text; undefined if there is none. */
export function uidOf(text: string): string | undefined {
  let depth: string[] = [];
  for (const raw of logicalLines(text)) {
    const line = parseContentLine(raw);
    if (line?.name === 'BEGIN') depth = [...depth, line.value.trim().toUpperCase()];
    else if (line?.name === 'END') depth = depth.slice(0, -1);
    else if (line?.name === 'UID' && depth.at(-1) !== 'VALARM') return line.value.trim();
  }
  return undefined;
}

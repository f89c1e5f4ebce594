// What the server changes in a text before it stores it.
import type { Tree } from '../paths.js';
import type { Quirks } from '../quirks.js';
import { logicalLines, parseContentLine } from './content-lines.js';

const nameOf = (line: string): string => parseContentLine(line)?.name ?? '';

/** Drops a property of the items themselves; VALARM and VTIMEZONE keep theirs. */
function withoutProperty(text: string, name: string): string {
  const open: string[] = [];
  return logicalLines(text).filter((line) => {
    const parsed = parseContentLine(line);
    if (parsed?.name === 'BEGIN') open.push(parsed.value.trim().toUpperCase());
    if (parsed?.name === 'END') open.pop();
    return !(parsed?.name === name && (open.at(-1) === 'VEVENT' || open.at(-1) === 'VTODO'));
  }).join('');
}

/** Sorts runs of properties between BEGIN and END lines, stable for equal names; octets of each line are kept. */
function sortedProperties(text: string): string {
  const done: string[] = [];
  let run: string[] = [];
  for (const line of logicalLines(text)) {
    if (nameOf(line) !== 'BEGIN' && nameOf(line) !== 'END') run.push(line);
    else {
      done.push(...run.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : nameOf(one) > nameOf(other) ? 1 : 0)), line);
      run = [];
    }
  }
  return [...done, ...run].join('');
}

/** Whole VALARMs, by their text: an alarm has no components of its own. */
const withoutOddAlarms = (text: string): string => text.replace(/^BEGIN:VALARM\r?\n[^]*?^END:VALARM\r?\n/gim, (alarm) => (/^TRIGGER:-PT\d+M\r?$/im.test(alarm) ? alarm : ''));

function normalised(text: string, tree: Tree): string {
  const added = tree === 'calendars'
    ? (/^CLASS[;:]/im.test(text) ? text : text.replace(/^END:VEVENT/gim, 'CLASS:PUBLIC\r\n$&'))
    : (/^REV[;:]/im.test(text) ? text : text.replace(/^END:VCARD/im, `REV:${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}\r\n$&`));
  return sortedProperties(added);
}

export function rewritten(text: string, tree: Tree, quirks: Pick<Quirks, 'alarmsInMinutes' | 'urlIgnored' | 'rewritesOnPut'>): string {
  const alarmed = tree === 'calendars' && quirks.alarmsInMinutes ? withoutOddAlarms(text) : text;
  const kept = tree === 'calendars' && quirks.urlIgnored ? withoutProperty(alarmed, 'URL') : alarmed;
  return quirks.rewritesOnPut ? normalised(kept, tree) : kept;
}

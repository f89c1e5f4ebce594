// Judges a body for a calendar as SabreDAV's CalDAV plug-in does (RFC 4791 section 4.1): one kind of component, one UID, no METHOD.
// What it can repair it repairs, and then the answer carries no ETag (Q46).
import type { Quirks } from '../quirks.js';
import { refuse } from '../reply.js';
import { caldav } from '../xml/names.js';
import { el } from '../xml/write.js';
import { BrokenText, lineOf, parseComponents } from './content-lines.js';
import type { Component } from './content-lines.js';
import { accept, reject, rejectData, rejectShape } from './verdict.js';
import type { Verdict } from './verdict.js';

export interface Judging {
  readonly quirks: Quirks;
  /** Component types the collection takes. */
  readonly components: readonly string[];
  /** `Prefer: handling=strict`: nothing is repaired. */
  readonly strict: boolean;
}

const repairs = (calendar: Component, items: readonly Component[]): readonly (readonly [after: RegExp, line: string])[] => [
  ...(lineOf(calendar, 'PRODID') ? [] : [[/^BEGIN:VCALENDAR\r?\n/im, 'PRODID:-//Sabre//Sabre VObject//EN\r\n'] as const]),
  ...(lineOf(calendar, 'VERSION') ? [] : [[/^BEGIN:VCALENDAR\r?\n/im, 'VERSION:2.0\r\n'] as const]),
  ...(items.every((item) => lineOf(item, 'DTSTAMP')) ? [] : [[/^BEGIN:(?:VEVENT|VTODO|VJOURNAL)\r?\n/gim, `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}\r\n`] as const]),
];

function parse(text: string, { quirks }: Judging): Component | string {
  try {
    const [calendar, ...more] = parseComponents(text, quirks.rawNewlineRefused);
    if (calendar?.name !== 'VCALENDAR' || more.length > 0) return 'This collection can only support iCalendar objects.';
    return calendar;
  } catch (error) {
    if (error instanceof BrokenText) return `This resource only supports valid iCalendar 2.0 data. Parse error: ${error.message}`;
    throw error;
  }
}

export function judgeCalendar(text: string, judging: Judging): Verdict {
  const { quirks } = judging;
  const calendar = parse(text, judging);
  if (typeof calendar === 'string') return rejectData(caldav('valid-calendar-data'), calendar, quirks);
  const items = calendar.components.filter(({ name }) => name !== 'VTIMEZONE');
  const [first] = items;
  if (first === undefined) return rejectShape('iCalendar object must contain at least 1 of VEVENT, VTODO, VJOURNAL');
  if (items.some(({ name }) => name !== first.name)) return rejectShape('A calendar object must contain only one kind of component');
  const uids = new Set(items.map((item) => lineOf(item, 'UID')?.value.trim() ?? ''));
  if (uids.has('')) return rejectShape(`Every ${first.name} component must have a UID`);
  const [uid] = uids;
  if (uid === undefined || uids.size > 1) return rejectShape('Every component of a calendar object must have the same UID');
  if (!judging.components.includes(first.name)) {
    return reject(refuse(403, {
      exception: 'InvalidComponentType', message: `This calendar only supports ${judging.components.join(', ')}. We found a ${first.name}`,
      condition: el(caldav('supported-calendar-component')),
    }));
  }
  if (lineOf(calendar, 'METHOD') && quirks.methodRefused) {
    return rejectData(caldav('valid-calendar-object-resource'), 'Validation error in iCalendar: A calendar object on a CalDAV server MUST NOT have a METHOD property.', quirks);
  }
  const missing = repairs(calendar, items);
  if (missing.length > 0 && judging.strict) return rejectData(caldav('valid-calendar-data'), `Validation error in iCalendar: ${missing.map(([, line]) => line.split(':')[0]).join(', ')} is missing`, quirks);
  return accept(missing.reduce((repaired, [after, line]) => repaired.replace(after, (found) => `${found}${line}`), text), uid);
}

// Judges a body for a calendar as SabreDAV's CalDAV plug-in does (RFC 4791 section 4.1): one kind of component, one UID, no METHOD.
// What it can repair it repairs, and then the answer carries no ETag (Q46).
import type { Quirks } from '../quirks.js';
import { refuse } from '../reply.js';
import { caldav } from '../xml/names.js';
import { el } from '../xml/write.js';
import { BrokenText, lineOf, parseComponents } from './content-lines.js';
import type { Component } from './content-lines.js';
import { repaired } from './repair.js';
import { accept, reject, rejectData, rejectShape } from './verdict.js';
import type { Verdict } from './verdict.js';

export interface Judging {
  readonly quirks: Quirks;
  /** Component types the collection takes. */
  readonly components: readonly string[];
  /** `Prefer: handling=strict`: nothing is repaired. */
  readonly strict: boolean;
}

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

/** The UID that all items share, or what is wrong with them. */
function sharedUid(items: readonly Component[]): { readonly uid: string } | { readonly problem: string } {
  const [first] = items;
  if (first === undefined) return { problem: 'iCalendar object must contain at least 1 of VEVENT, VTODO, VJOURNAL' };
  if (items.some(({ name }) => name !== first.name)) return { problem: 'A calendar object must contain only one kind of component' };
  const uids = new Set(items.map((item) => lineOf(item, 'UID')?.value.trim() ?? ''));
  if (uids.has('')) return { problem: `Every ${first.name} component must have a UID` };
  const [uid = ''] = uids;
  return uids.size > 1 ? { problem: 'Every component of a calendar object must have the same UID' } : { uid };
}

const wrongComponent = (name: string, components: readonly string[]): Verdict => reject(refuse(403, {
  exception: 'InvalidComponentType', message: `This calendar only supports ${components.join(', ')}. We found a ${name}`,
  condition: el(caldav('supported-calendar-component')),
}));

export function judgeCalendar(text: string, judging: Judging): Verdict {
  const { quirks, components } = judging;
  const invalid = (condition: string, message: string): Verdict => rejectData(caldav(condition), message, quirks);
  const calendar = parse(text, judging);
  if (typeof calendar === 'string') return invalid('valid-calendar-data', calendar);
  const items = calendar.components.filter(({ name }) => name !== 'VTIMEZONE');
  const shared = sharedUid(items);
  if ('problem' in shared) return rejectShape(shared.problem);
  const kind = items[0]?.name ?? '';
  if (!components.includes(kind)) return wrongComponent(kind, components);
  if (lineOf(calendar, 'METHOD') && quirks.methodRefused) {
    return invalid('valid-calendar-object-resource', 'Validation error in iCalendar: A calendar object on a CalDAV server MUST NOT have a METHOD property.');
  }
  const mended = repaired(text);
  if (mended !== text && judging.strict) return invalid('valid-calendar-data', 'Validation error in iCalendar: PRODID, VERSION or DTSTAMP is missing');
  return accept(mended, shared.uid);
}

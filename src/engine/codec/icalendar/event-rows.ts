// The table: each field of an event and the properties that carry it (RFC 5545 section 3.8), with what depends on them (rules.md 21).
import { canonicalLine, canonicalLines } from '../../model/canonical.js';
import type { EventFields } from '../../model/event.js';
import { escapeText, splitValue, unescapeText } from '../content-lines/text.js';
import type { Row, Rows } from '../row.js';
import { canonicalAttendees, canonicalOrganizer } from '../people.js';
import { reminderRow } from './alarm.js';
import { attachmentsRow } from './attachments.js';
import { attendeesRow, organizerRow } from './attendees.js';
import { properties, property, removeProperty, setProperty, valueOf } from './components.js';
import type { EventObject } from './event-object.js';
import { readRecurrence, writeRecurrence } from './recurrence.js';
import { busyStatusRow, cancelledRow, importanceRow, sensitivityRow } from './status.js';
import { narrowWhen, readWhen, writeWhen } from './when.js';

const canonicalNames = (names: readonly string[]): readonly string[] => [...new Set(names.map(canonicalLine).filter((name) => name !== ''))];

/** All but the exceptions, which are read and written by these rows themselves. */
export type SeriesFields = Omit<EventFields, 'exceptions'>;

export const EVENT_ROWS: Rows<EventObject, SeriesFields> = {
  subject: textRow('SUMMARY', canonicalLine),
  when: { read: readWhen, write: writeWhen, narrow: narrowWhen },
  rule: { read: readRecurrence, write: writeRecurrence },
  location: textRow('LOCATION', canonicalLine),
  body: textRow('DESCRIPTION', canonicalLines),
  reminder: reminderRow,
  categories: {
    read: ({ event }) => canonicalNames(properties(event, 'CATEGORIES').flatMap((line) => splitValue(line.value, ',')).map(unescapeText)),
    write({ event }, names) {
      const lines = canonicalNames(names).map(escapeText).join(',');
      setProperty(event, 'CATEGORIES', lines === '' ? [] : [{ value: lines }]);
    },
    narrow: canonicalNames,
  },
  sensitivity: sensitivityRow,
  cancelled: cancelledRow,
  busyStatus: busyStatusRow,
  importance: importanceRow,
  url: {
    // A URI has no escapes (RFC 5545 section 3.3.13).
    read: ({ event }) => canonicalLine(valueOf(event, 'URL')),
    write({ event }, url) {
      if (url === '') removeProperty(event, 'URL');
      else setProperty(event, 'URL', [{ params: property(event, 'URL')?.params ?? [], value: url }]);
    },
    narrow: canonicalLine,
  },
  attachments: attachmentsRow,
  organizer: { ...organizerRow, narrow: canonicalOrganizer },
  attendees: { ...attendeesRow, narrow: canonicalAttendees },
};

/**
 * Properties that say the same as a field in another way: taken away when, and only when, the field's value changes (rules.md 21).
 * EXDATE and overrides depend on the start and the rule, too: exceptions-write.ts.
 */
export const DEPENDENTS: { readonly [F in keyof SeriesFields]: readonly string[] } = {
  subject: [],
  when: ['X-MICROSOFT-CDO-ALLDAYEVENT', 'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT'],
  rule: ['X-MICROSOFT-CDO-INSTTYPE'],
  location: ['X-APPLE-STRUCTURED-LOCATION', 'X-MICROSOFT-LOCATIONS'],
  body: ['X-ALT-DESC'],
  reminder: [],
  categories: [],
  sensitivity: [],
  busyStatus: ['X-MICROSOFT-CDO-INTENDEDSTATUS', 'X-MICROSOFT-MSNCALENDAR-BUSYSTATUS'],
  importance: ['X-MICROSOFT-CDO-IMPORTANCE', 'X-MICROSOFT-MSNCALENDAR-IMPORTANCE'],
  url: [],
  attachments: [],
  organizer: [],
  attendees: [],
  cancelled: [],
};

/** ALTREP points to the old text in another form (RFC 5545 section 3.2.1); LANGUAGE and the like stay. */
function textRow(name: string, canonical: (text: string) => string): Row<EventObject, string> {
  return {
    read: ({ event }) => canonical(unescapeText(property(event, name)?.value ?? '')),
    write({ event }, text) {
      const kept = (property(event, name)?.params ?? []).filter((param) => param.name !== 'ALTREP');
      const value = escapeText(canonical(text));
      if (value === '') removeProperty(event, name);
      else setProperty(event, name, [{ params: kept, value }]);
    },
    narrow: canonical,
  };
}

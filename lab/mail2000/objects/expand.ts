// calendar-data with expand (RFC 4791 section 9.6.5): instances in UTC, without rule. For reading only.
import ICAL from 'ical.js';
import { eventsOf, instantOf, occurrencesIn } from '../reports/time-range.js';
import type { Range } from '../reports/time-range.js';

function inUtc(time: ICAL.Time): ICAL.Time {
  return time.isDate ? time.clone() : ICAL.Time.fromJSDate(new Date(instantOf(time)), true);
}

/** The object with every occurrence in the range as an event of its own; as it came where it cannot be read. */
export function expandCalendar(text: string, range: Range): string {
  try {
    const calendar = new ICAL.Component(['vcalendar', [['prodid', {}, 'text', '-//Sabre//Sabre VObject//EN'], ['version', {}, 'text', '2.0']], []]);
    for (const event of eventsOf(text)) {
      for (const { start, end, item } of occurrencesIn(event, range)) {
        const instance = new ICAL.Component(structuredClone(item.component.toJSON()) as unknown[]);
        for (const name of ['rrule', 'exdate', 'rdate', 'duration']) instance.removeAllProperties(name);
        instance.updatePropertyWithValue('dtstart', inUtc(start)).removeParameter('tzid');
        instance.updatePropertyWithValue('dtend', inUtc(end)).removeParameter('tzid');
        if (event.isRecurring()) instance.updatePropertyWithValue('recurrence-id', inUtc(item.isRecurrenceException() ? item.recurrenceId : start)).removeParameter('tzid');
        calendar.addSubcomponent(instance);
      }
    }
    return `${calendar.toString()}\r\n`;
  } catch {
    return text;
  }
}

// One occurrence between its two forms: all that it says (as both sides store it), and what it says otherwise than its series (the model).
import { equal } from '../model/canonical.js';
import type { EventFields } from '../model/event.js';
import { OCCURRENCE_FIELDS } from '../model/exception.js';
import type { Exception, OccurrenceChanges, OccurrenceFields } from '../model/exception.js';
import type { DateText, When } from '../model/time.js';
import { isSet } from '../model/recurrence.js';
import type { Later } from '../model/recurrence.js';
import { dayOf, daysAfter } from '../model/calendar-days.js';
import { startDate } from '../model/occurrences.js';
import { nominalAt, nominalWhen, sameWhen } from './zones/occurrence-time.js';

type Series = Omit<EventFields, 'exceptions'>;

/** What the occurrence says when nothing was changed. */
export const plainOccurrence = (series: Series, date: DateText): OccurrenceFields => {
  const { subject, location, body, reminder, busyStatus, rule } = series;
  const later = isSet(rule) ? rule.later.findLast(({ from }) => from <= date) : undefined, own = isSet(rule) ? rule.more.find((one) => one.length > 10 && one.startsWith(date)) : undefined;
  const when = own === undefined ? nominalWhen(series.when, date) : nominalAt(series.when, own);
  return { when: later?.when ? laterWhen(later, later.when, date) : when, subject, location, body, reminder, busyStatus, ...later?.changes };
};

const laterWhen = ({ from }: Later, when: When, date: DateText): When => nominalWhen(when, daysAfter(date, dayOf(startDate(when)) - dayOf(from)));

export const occurrenceOf = (series: Series, date: DateText, changes: OccurrenceChanges): OccurrenceFields => ({ ...plainOccurrence(series, date), ...changes });

/** Null where it says nothing of its own. The same time in another zone is no change. */
export function exceptionOf(series: Series, date: DateText, own: OccurrenceFields): Exception | null {
  const plain = plainOccurrence(series, date);
  const changed = OCCURRENCE_FIELDS.filter((name) => (name === 'when' ? !sameWhen(own.when, plain.when) : !equal(own[name], plain[name])));
  return changed.length === 0 ? null : { changes: Object.fromEntries(changed.map((name) => [name, own[name]])) };
}

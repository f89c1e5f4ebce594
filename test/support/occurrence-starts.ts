// The starts of a calendar object's occurrences by ical.js: an expansion that shares nothing with the product's own.
import ICAL from 'ical.js';

/** UTC, `YYYY-MM-DDTHH:MM:SS`, ascending; a date begins at midnight of `zone`. Before a UTC instant. */
export function icalStarts(text: string, { before, zone }: { readonly before: string; readonly zone: string }): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  ICAL.TimezoneService.reset();
  for (const definition of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(definition));
  const components = calendar.getAllSubcomponents('vevent');
  const event = new ICAL.Event(components.find((one) => !one.hasProperty('recurrence-id')));
  for (const one of components.filter((found) => found.hasProperty('recurrence-id'))) event.relateException(one);
  const utc = (time: ICAL.Time): string => (time.isDate ? midnight(time.toString(), zone) : new Date(time.toUnixTime() * 1000).toISOString().slice(0, 19));
  if (!event.isRecurring()) return [utc(event.startDate)].filter((start) => start < before);
  const starts: string[] = [], iterator = event.iterator();
  // A moved occurrence may lie before the limit although its original does not, or the reverse: a month more is looked at.
  const limit = new Date(Date.parse(`${before}Z`) + 31 * 86_400_000).toISOString().slice(0, 19);
  for (;;) {
    const next = (iterator.next() as ICAL.Time | null | undefined) ?? null;
    if (next === null || utc(next) >= limit) break;
    const { startDate } = event.getOccurrenceDetails(next) as { readonly startDate: ICAL.Time };
    starts.push(utc(startDate));
  }
  return starts.filter((start) => start < before).sort();
}

const midnight = (date: string, zone: string): string => {
  const offset = zone === 'Asia/Taipei' ? 8 : zone === 'America/Los_Angeles' ? -8 : NaN;
  return new Date(Date.parse(`${date}T00:00:00Z`) - offset * 3_600_000).toISOString().slice(0, 19);
};

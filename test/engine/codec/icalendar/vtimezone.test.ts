import test from 'ava';
import ICAL from 'ical.js';
import { formatDefinition } from '../../../../src/engine/codec/icalendar/vtimezone.js';
import { likelyZones } from '../../../../src/engine/codec/zones/zone-names.js';
import { offsetSeconds, sampleTimes } from '../../../../src/engine/codec/zones/zoned-time.js';

const rulesOf = (zone: string, years: { from: number; to: number }): ICAL.Timezone =>
  new ICAL.Timezone({ component: new ICAL.Component(ICAL.parse(formatDefinition(zone, zone, years)) as never), tzid: zone });

test('a written VTIMEZONE shows the clock of its zone: every zone, this and the next years', (t) => {
  const times = sampleTimes(2026, 2028);
  for (const zone of likelyZones()) {
    const rules = rulesOf(zone, { from: 2026, to: 2026 });
    const wrong = times.filter((local) => rules.utcOffset(ICAL.Time.fromDateTimeString(local)) !== offsetSeconds({ local, zone }));
    t.deepEqual(wrong, [], zone);
  }
});

test('a VTIMEZONE covers changes of rules in the past and years without a rule', (t) => {
  for (const [zone, from, to] of [
    ['America/New_York', 1995, 2030], ['Europe/London', 1990, 2026], ['Africa/Casablanca', 2024, 2032], ['Africa/Cairo', 2022, 2034],
    ['Asia/Taipei', 1974, 1980], ['America/Sao_Paulo', 2010, 2026], ['Asia/Pyongyang', 2014, 2020], ['Asia/Tehran', 2015, 2026],
  ] as const) {
    const rules = rulesOf(zone, { from, to });
    const wrong = sampleTimes(from, to).filter((local) => rules.utcOffset(ICAL.Time.fromDateTimeString(local)) !== offsetSeconds({ local, zone }));
    t.deepEqual(wrong, [], zone);
  }
});

test('what looks like a rule for some years is none: Egypt goes back on the day after the last Thursday of October', (t) => {
  for (let from = 2023; from < 2050; from++) t.notRegex(formatDefinition('Africa/Cairo', 'Africa/Cairo', { from, to: from }), /BYMONTH=10/, String(from));
});

test('regular changes are written as rules, irregular ones as dates', (t) => {
  const now = { from: 2026, to: 2026 };
  t.regex(formatDefinition('Europe/Paris', 'Europe/Paris', now), /RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n/);
  t.regex(formatDefinition('America/Santiago', 'America/Santiago', now), /BYMONTH=4;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SU\r\n/);
  t.notRegex(formatDefinition('Africa/Casablanca', 'Africa/Casablanca', now), /RRULE/);
  t.notRegex(formatDefinition('Africa/Cairo', 'Africa/Cairo', now), /BYMONTH=10/);
  t.is(formatDefinition('Etc/UTC', 'UTC', now).match(/BEGIN:STANDARD/g)?.length, 1);
});

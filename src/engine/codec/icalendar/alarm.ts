// Outlook's one reminder and the alarm that stands for it (RFC 5545 section 3.6.6; peers 1.3 row 56). All other alarms are left alone.
import ICAL from 'ical.js';
import { formatLine } from '../content-lines/format.js';
import { paramValues } from '../content-lines/lines.js';
import { addChild, childrenOf, property, removeChild, setProperty, valueOf } from './components.js';
import type { Component } from './components.js';
import type { Row } from '../row.js';
import type { EventObject } from './event-object.js';

/**
 * The first alarm that Outlook could have made: ACTION:DISPLAY, at or before the start. E-mail and sound alarms, absolute times
 * (Apple's snoozes and its 1976 "no alarm"), RELATED=END and alarms after the start are the server's own.
 *
 * Without a reminder every such alarm goes, not only the first: the next one would be read as the reminder that the user took away.
 */
export const reminderRow: Row<EventObject, number | null> = {
  read: ({ event }) => remindersOf(event)[0]?.minutes ?? null,
  write({ event }, minutes) {
    const [first, ...others] = remindersOf(event);
    if (minutes === null) for (const { alarm } of [...(first ? [first] : []), ...others]) removeChild(event, alarm);
    else if (first) setProperty(first.alarm, 'TRIGGER', [{ value: trigger(minutes) }]);
    else addChild(event, newAlarm(minutes));
  },
};

/** Whole minutes, as Mail2000 was seen to keep them (M10). */
const trigger = (minutes: number): string => `-PT${minutes}M`;

const newAlarm = (minutes: number): string =>
  [['BEGIN', 'VALARM'], ['ACTION', 'DISPLAY'], ['DESCRIPTION', 'Reminder'], ['TRIGGER', trigger(minutes)], ['END', 'VALARM']]
    .map(([name = '', value = '']) => formatLine({ name, value })).join('');

function remindersOf(event: Component): readonly { readonly alarm: Component; readonly minutes: number }[] {
  return childrenOf(event, 'VALARM').flatMap((alarm) => {
    const minutes = valueOf(alarm, 'ACTION').toUpperCase() === 'DISPLAY' ? minutesBefore(alarm) : null;
    return minutes === null ? [] : [{ alarm, minutes }];
  });
}

/** Part of a minute counts as a whole one: the reminder is early rather than late. Null for what is not before the start. */
function minutesBefore(alarm: Component): number | null {
  const line = property(alarm, 'TRIGGER');
  const value = line?.value.trim().toUpperCase() ?? '';
  if (!line || !/^[+-]?P(?=.)(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/.test(value)) return null;
  if (paramValues(line, 'RELATED').some((related) => related.toUpperCase() !== 'START')) return null;
  const seconds = ICAL.Duration.fromString(value).toSeconds();
  return seconds > 0 ? null : Math.ceil(Math.abs(seconds) / 60);
}

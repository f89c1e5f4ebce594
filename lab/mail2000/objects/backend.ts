// What Mail2000's own back end refuses after SabreDAV let it pass (M4, M8, M9): it answers 500 and stores nothing, or worse.
import { lineOf, parseComponents } from './content-lines.js';
import type { Component, ContentLine } from './content-lines.js';
import type { Quirks } from '../quirks.js';

/** What the back end does with a calendar object: stores it, fails, or stores it and loses the series (M8). */
export type BackendAnswer = 'stores' | 'fails' | 'destroys';

const isUtc = (line: ContentLine): boolean => /T\d{6}Z$/.test(line.value.trim());
const isFloating = (line: ContentLine): boolean => /T\d{6}$/.test(line.value.trim()) && !line.parameters.has('TZID');

function timesRefused(events: readonly Component[], quirks: Quirks): boolean {
  const times = events.flatMap((event) => [lineOf(event, 'DTSTART'), lineOf(event, 'DTEND')].filter((line) => line !== undefined));
  return (quirks.utcRefused && times.some(isUtc)) || (quirks.floatingRefused && times.some(isFloating));
}

export function backendAnswer(text: string, quirks: Quirks): BackendAnswer {
  const events = parseComponents(text, false)[0]?.components.filter(({ name }) => name === 'VEVENT') ?? [];
  const overrides = events.filter((event) => lineOf(event, 'RECURRENCE-ID'));
  if (timesRefused(events, quirks)) return 'fails';
  if (quirks.rangeRefused && overrides.some((event) => lineOf(event, 'RECURRENCE-ID')?.parameters.has('RANGE'))) return 'fails';
  const [firstEvent] = events;
  const overrideFirst = firstEvent !== undefined && overrides.includes(firstEvent) && overrides.length < events.length;
  if (overrideFirst && quirks.overrideFirstDestroys) return 'destroys';
  return overrides.length > 0 && quirks.overridesRefused ? 'fails' : 'stores';
}

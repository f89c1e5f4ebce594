// When a wall clock is, without knowing any zone's rules but the runtime's: for telling whether two times are the same, never for writing one.
import type { Moment } from './time.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds since 1970; of a zone that the runtime does not know, as if it were UTC. A skipped hour is the one after it. */
export function instantOf({ local, zone }: Moment): number {
  const asUtc = Date.parse(`${local}Z`);
  const first = asUtc - offsetAt(asUtc, zone);
  return asUtc - offsetAt(first, zone);
}

function offsetAt(instant: number, zone: string): number {
  const format = formatOf(zone);
  if (format === null) return 0;
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute'], part['second']) - Math.floor(instant / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    formats.set(zone, format);
    return format;
  } catch {
    return null;
  }
}

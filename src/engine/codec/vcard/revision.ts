// REV (RFC 6350 section 6.7.4): when a card was last changed.
import { escapeText } from '../content-lines/text.js';
import { linesNamed, replaceLine, type Card, type CardVersion } from './card.js';
import { textOf, withValue } from './value.js';

const TIMESTAMP = /^\s*(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(?:[.,]\d+)?(Z|[+-]\d\d(?::?\d\d)?)\s*$/i;

/** ISO 8601 UTC; undefined without REV, and for one without time or zone, which cannot be compared with anything. */
export function revisionOf(card: Card): string | undefined {
  const said = linesNamed(card, 'REV')[0], stamp = said === undefined ? null : TIMESTAMP.exec(textOf(said));
  if (stamp === null) return undefined;
  const [, year, month, day, hour, minute, second, zone = ''] = stamp;
  const offset = zone === 'Z' || zone === 'z' ? 'Z' : zone.replace(/^(...):?(\d\d)?$/, (_, hours: string, minutes = '00') => `${hours}:${minutes}`);
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString().replace(/\.000Z$/, 'Z');
}

/** A card without REV gets none: its server may keep its own time. */
export function writeRevision(card: Card, now: string): void {
  const [line] = linesNamed(card, 'REV');
  if (line) replaceLine(card, line, withValue(line, escapeText(revisionText(card.version, now)), ['VALUE']));
}

/** `now` is ISO 8601 UTC; vCard 4.0 knows only the basic form (RFC 6350 section 4.3.5). */
export function revisionText(version: CardVersion, now: string): string {
  const seconds = now.replace(/\.\d+Z$/, 'Z');
  return version === '4.0' ? seconds.replace(/[-:]/g, '') : seconds;
}

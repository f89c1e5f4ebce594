// ORGANIZER and ATTENDEE (RFC 5545 sections 3.8.4.1, 3.8.4.3) as data: whoever writes them here sends nothing (rules.md 26, 27).
import { equal } from '../../model/canonical.js';
import type { Answer, Attendee, Attendees, Organizer, Role } from '../../model/event.js';
import type { LineToFormat } from '../content-lines/format.js';
import { paramValues } from '../content-lines/lines.js';
import type { ContentLine } from '../content-lines/lines.js';
import type { Param } from '../content-lines/params.js';
import { emailOf, personName } from '../people.js';
import type { Row } from '../row.js';
import { editProperties, properties, property, removeProperty, setProperty } from './components.js';
import type { EventObject } from './event-object.js';

/** mailto:, else RFC 7986's EMAIL beside a URI of another kind, as Apple and Exchange write. Null for who has no address: the line is left alone. */
function addressOf(line: ContentLine): string | null {
  const [, address = ''] = /^mailto:([^?]*)/i.exec(line.value.trim()) ?? [];
  return emailOf(decoded(address)) ?? emailOf(paramValues(line, 'EMAIL')[0] ?? '');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const nameIn = (line: ContentLine, email: string): string => personName(paramValues(line, 'CN')[0] ?? '', email);

/** The parameters of these names are replaced, all others stay (SENT-BY, DIR, X-NUM-GUESTS). */
const withParams = (line: ContentLine | undefined, fresh: readonly Param[], replaced: readonly string[]): readonly Param[] =>
  [...fresh, ...(line?.params ?? []).filter((param) => !replaced.includes(param.name))];

const param = (name: string, value: string): readonly Param[] => (value === '' ? [] : [{ name, values: [value] }]);

export const organizerRow: Row<EventObject, Organizer | null> = {
  read({ event }) {
    const line = property(event, 'ORGANIZER');
    const email = line ? addressOf(line) : null;
    return line && email !== null ? { email, name: nameIn(line, email) } : null;
  },
  write({ event }, organizer) {
    const line = property(event, 'ORGANIZER');
    const kept = line && addressOf(line) === organizer?.email ? line : undefined;
    if (organizer === null) removeProperty(event, 'ORGANIZER');
    else setProperty(event, 'ORGANIZER', [{ params: withParams(kept, param('CN', organizer.name), ['CN']), value: kept?.value.trim() ?? `mailto:${organizer.email}` }]);
  },
};

/** What each line says alone; a second line of an address says nothing. */
export const attendeesRow: Row<EventObject, Attendees> = {
  read({ event }) {
    const attendees: Record<string, Attendee> = {};
    for (const line of properties(event, 'ATTENDEE')) {
      const email = addressOf(line);
      if (email !== null) attendees[email] ??= readAttendee(line, email);
    }
    return attendees;
  },
  write({ event }, attendees) {
    const there = new Set(properties(event, 'ATTENDEE').map(addressOf));
    editProperties(event, 'ATTENDEE', {
      each(line) {
        const email = addressOf(line), attendee = email === null ? undefined : attendees[email];
        if (email === null) return line;
        if (attendee === undefined) return null;
        return equal(readAttendee(line, email), attendee) ? line : formatAttendee(attendee, email, line);
      },
      more: Object.entries(attendees).filter(([email]) => !there.has(email)).map(([email, attendee]) => formatAttendee(attendee, email)),
    });
  },
};

const ANSWERS: Readonly<Record<string, Answer>> = { ACCEPTED: 'accepted', TENTATIVE: 'tentative', DECLINED: 'declined' };
const PARTSTATS: Readonly<Record<Answer, string>> = { none: 'NEEDS-ACTION', accepted: 'ACCEPTED', tentative: 'TENTATIVE', declined: 'DECLINED' };
const PLACES: ReadonlySet<string> = new Set(['RESOURCE', 'ROOM']);

function readAttendee(line: ContentLine, email: string): Attendee {
  const word = (name: string): string => (paramValues(line, name)[0] ?? '').toUpperCase();
  return { name: nameIn(line, email), role: roleOf(word('CUTYPE'), word('ROLE')), answer: ANSWERS[word('PARTSTAT')] ?? 'none' };
}

/** Who only has to know (NON-PARTICIPANT) need not come; the chair must. */
const roleOf = (type: string, role: string): Role =>
  PLACES.has(type) ? 'resource' : role === 'OPT-PARTICIPANT' || role === 'NON-PARTICIPANT' ? 'optional' : 'required';

/** Words that say the same as before stay: CHAIR, ROOM, DELEGATED. */
function formatAttendee({ name, role, answer }: Attendee, email: string, line?: ContentLine): Omit<LineToFormat, 'name'> {
  const before = line && readAttendee(line, email);
  const changed = [
    ...(before?.name === name ? [] : ['CN']),
    ...(before?.role === role ? [] : ['CUTYPE', 'ROLE']),
    ...(before?.answer === answer ? [] : ['PARTSTAT']),
  ];
  const fresh = [
    ...param('CN', name), ...param('CUTYPE', role === 'resource' ? 'RESOURCE' : 'INDIVIDUAL'),
    ...param('ROLE', role === 'optional' ? 'OPT-PARTICIPANT' : role === 'resource' ? 'NON-PARTICIPANT' : 'REQ-PARTICIPANT'), ...param('PARTSTAT', PARTSTATS[answer]),
  ].filter((one) => changed.includes(one.name));
  return { params: withParams(line, fresh, changed), value: line?.value.trim() ?? `mailto:${email}` };
}

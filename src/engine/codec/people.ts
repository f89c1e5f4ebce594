// Names and addresses of people, in the one spelling that both sides are compared in.
import { canonicalLine } from '../model/canonical.js';
import type { Attendees, Organizer } from '../model/event.js';

/** Lower case; null for what is no address of the form that both mailto: and Outlook's recipients hold. */
export function emailOf(text: string): string | null {
  const email = text.trim().toLowerCase();
  return /^[^\s@<>"\\,;:\p{C}]+@[^\s@<>"\\,;:\p{C}]+$/u.test(email) ? email : null;
}

/** '' where the name is but the address again, as both Outlook and servers fill it in. */
export function personName(name: string, email: string): string {
  const plain = canonicalLine(name).replace(/^'(.*)'$/, '$1').replaceAll('"', "'").trim();
  return plain.toLowerCase() === email ? '' : plain;
}

export function canonicalOrganizer(organizer: Organizer | null): Organizer | null {
  const email = organizer && emailOf(organizer.email);
  return organizer && email ? { email, name: personName(organizer.name, email) } : null;
}

export const canonicalAttendees = (attendees: Attendees): Attendees =>
  Object.fromEntries(Object.entries(attendees).flatMap(([address, attendee]) => {
    const email = emailOf(address);
    return email === null ? [] : [[email, { ...attendee, name: personName(attendee.name, email) }] as const];
  }));

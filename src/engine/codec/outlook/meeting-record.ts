// Who meets, as an appointment shows it (OOM 3.4), and the note of ours that says what it cannot show. Reads only.
import { M2KError } from '../../errors.js';
import type { Answer, Attendee, Attendees, EventFields, Role } from '../../model/event.js';
import type { ItemRecord, PersonRecord, RecipientRecord } from '../../../ps-host/item-record.js';
import { canonicalAttendees, canonicalOrganizer, emailOf, personName } from '../people.js';

export type Meeting = Pick<EventFields, 'organizer' | 'attendees' | 'cancelled'>;

export const NO_MEETING: Meeting = { organizer: null, attendees: {}, cancelled: false };

/** User property: other people's answers cannot be written by the object model (OOM 3.4), nor a plain appointment have attendees. */
export const NOTE = 'M2KSyncMeeting';

/** `said` is what the item was written to mean, `saw` what Outlook shows of that; what it shows otherwise later was changed in Outlook. */
export interface Note {
  readonly said: Meeting;
  readonly saw: Meeting;
  /** What was put before the subject. */
  readonly prefix: string;
}

/** By OlMeetingRecipientType and OlResponseStatus. */
const ROLES: readonly Role[] = ['required', 'required', 'optional', 'resource'];
const ANSWERS: Readonly<Record<number, Answer>> = { 2: 'tentative', 3: 'accepted', 4: 'declined' };

export const meetingStatus = (record: ItemRecord | null): number => {
  const status = record?.plain['MeetingStatus'];
  return typeof status === 'number' ? status : 0;
};

export const isReceived = (record: ItemRecord | null): boolean => meetingStatus(record) === 3 || meetingStatus(record) === 7;

/** What Outlook shows. A name without an address (typed, or a list) is Outlook's alone. @throws M2KError Unreadable where an address could not be learnt now. */
export function shownMeeting(record: ItemRecord, self: string): Meeting {
  const { people } = record, status = meetingStatus(record);
  if (!people || status === 0) return NO_MEETING;
  const organizer = people.organizer && addressOf(people.organizer);
  const attendees: Record<string, Attendee> = {};
  for (const one of people.recipients.filter(({ type }) => type !== 0)) {
    const email = addressOf(one);
    if (email !== null) attendees[email] ??= shownAttendee(one, email, email === self ? ownAnswer(record) : 0);
  }
  return {
    organizer: organizer === null || people.organizer === null ? null : { email: organizer, name: personName(people.organizer.name, organizer) },
    attendees, cancelled: status === 5 || status === 7,
  };
}

function addressOf({ address, name }: PersonRecord): string | null {
  if (address === null) throw new M2KError('Unreadable', { field: 'attendees', reason: 'address-unknown', excerpt: name });
  return emailOf(address);
}

/** The user's own answer is the item's; 0 where it has none. */
function ownAnswer(record: ItemRecord): number {
  const own = record.plain['ResponseStatus'];
  return isReceived(record) && typeof own === 'number' && own in ANSWERS ? own : 0;
}

const shownAttendee = ({ name, type, response }: RecipientRecord, email: string, own: number): Attendee =>
  ({ name: personName(name, email), role: ROLES[type] ?? 'required', answer: ANSWERS[own || response] ?? 'none' });

/** Null without a note, or with one that somebody else wrote. */
export function noteOf(record: ItemRecord | null): Note | null {
  const text = record?.user?.[NOTE];
  if (typeof text !== 'string' || text === '') return null;
  try {
    const { said, saw, prefix } = JSON.parse(text) as Note;
    return { said: canonicalMeeting(said), saw: canonicalMeeting(saw), prefix };
  } catch {
    return null;
  }
}

export const canonicalMeeting = ({ organizer, attendees, cancelled }: Meeting): Meeting =>
  ({ organizer: canonicalOrganizer(organizer), attendees: canonicalAttendees(attendees), cancelled });

/** What the item means: as noted, with what Outlook changed since. */
export function readMeeting(record: ItemRecord, self: string): Meeting {
  const shown = shownMeeting(record, self), note = noteOf(record);
  if (note === null) return shown;
  const { said, saw } = note;
  return {
    // Who organises can only change in what comes by mail.
    organizer: isReceived(record) && shown.organizer?.email !== saw.organizer?.email ? shown.organizer : said.organizer,
    attendees: attendeesOf(shown.attendees, note),
    cancelled: shown.cancelled === saw.cancelled ? said.cancelled : shown.cancelled,
  };
}

/** Names are not compared: Outlook shows the one that it knows of an address. */
function attendeesOf(shown: Attendees, { said, saw }: Note): Attendees {
  const stay = Object.entries(said.attendees).filter(([email]) => saw.attendees[email] === undefined || shown[email] !== undefined);
  const now = Object.entries(shown).map(([email, one]): readonly [string, Attendee] => {
    const meant = said.attendees[email], before = saw.attendees[email];
    if (!meant || !before) return [email, one];
    return [email, { name: meant.name, role: one.role === before.role ? meant.role : one.role, answer: one.answer === before.answer ? meant.answer : one.answer }];
  });
  return Object.fromEntries([...stay, ...now]);
}

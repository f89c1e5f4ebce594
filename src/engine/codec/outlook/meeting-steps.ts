// Writes who meets into an appointment: as recipients or as text, never sending anything (rules.md 26, 27; OOM 8.3).
import { canonicalText } from '../../model/canonical.js';
import type { Attendee, EventFields, Role } from '../../model/event.js';
import type { Uid } from '../../model/ids.js';
import type { ItemRecord } from '../../../ps-host/item-record.js';
import type { Step } from '../../../ps-host/protocol.js';
import { globalIdOf } from './global-object-id.js';
import { canonicalMeeting, isReceived, meetingStatus, NO_MEETING, NOTE, noteOf, shownMeeting } from './meeting-record.js';
import type { Meeting, Note } from './meeting-record.js';
import { ENGLISH, peopleText, prefixFor } from './meeting-text.js';
import { oneOffEntryId } from './one-off-entry-id.js';
import type { AppointmentDesk } from './outlook-codec.js';

export interface MeetingWrite {
  readonly fields: Meeting & Pick<EventFields, 'subject'>;
  readonly current: ItemRecord | null;
  readonly desk: AppointmentDesk;
  readonly uid?: Uid;
}

export const selfOf = ({ self = '' }: AppointmentDesk): string => self.toLowerCase();
export const wordsOf = ({ words = ENGLISH }: AppointmentDesk): typeof ENGLISH => words;

/** What this desk's Outlook is to hold of it. */
export function narrowMeeting(fields: Meeting, { meetings = 'auto' }: AppointmentDesk): Meeting {
  const meeting = canonicalMeeting(fields);
  return meetings === 'off' ? { ...NO_MEETING, cancelled: meeting.cancelled } : meeting;
}

/**
 * 'recipients': somebody else's meeting, or the user's own that has recipients already. 'text': the user's own that was made on the server, whose
 * recipients would make Outlook offer to send an invitation. 'note': a meeting that came by mail; what Outlook shows of it is the mail's.
 */
export type Form = 'recipients' | 'text' | 'note' | 'none';

export function formOf(write: MeetingWrite): Form {
  const { current, desk } = write, { organizer, attendees } = narrowMeeting(write.fields, desk), mode = desk.meetings ?? 'auto';
  if (isReceived(current) && noteOf(current) === null) return 'note';
  if (mode === 'off') return meetingStatus(current) === 0 ? 'none' : 'note';
  if (meetingStatus(current) !== 0) return 'recipients';
  if (organizer === null && Object.keys(attendees).length === 0) return 'none';
  return mode === 'recipients' || (mode === 'auto' && isForeign(write)) ? 'recipients' : 'text';
}

function isForeign({ fields, desk }: MeetingWrite): boolean {
  const { organizer } = narrowMeeting(fields, desk);
  return organizer !== null && organizer.email !== selfOf(desk);
}

/** The people who stand in the body. */
export const bodyPeople = (write: MeetingWrite): string => (formOf(write) === 'text' ? peopleText(narrowMeeting(write.fields, write.desk), wordsOf(write.desk)) : '');

export function meetingSteps(write: MeetingWrite): readonly Step[] {
  const { fields, current, desk } = write, form = formOf(write);
  const said = narrowMeeting(fields, desk), shown = current === null ? NO_MEETING : shownMeeting(current, selfOf(desk));
  const prefix = prefixFor(fields.subject, fields.cancelled, wordsOf(desk));
  const note = (saw: Meeting): readonly Step[] => noteStep({ said, saw, prefix }, { current, form });
  if (form !== 'recipients') return note(shown);
  const saw = sawOf(said, shown, isForeign(write));
  return [...recipientSteps(said, write), ...note(saw)];
}

/** What Outlook will show: nobody's answer but those that it has itself, and no organiser among the recipients. */
function sawOf(said: Meeting, shown: Meeting, foreign: boolean): Meeting {
  const attendees = invitedOf(said).map(([email, { role }]) => [email, { name: '', role, answer: shown.attendees[email]?.answer ?? 'none' }] as const);
  return { organizer: foreign ? said.organizer : shown.organizer, attendees: Object.fromEntries(attendees), cancelled: said.cancelled };
}

/** Outlook's organiser is no recipient (OOM 3.4); servers list one among the attendees. */
const invitedOf = ({ organizer, attendees }: Meeting): readonly (readonly [string, Attendee])[] =>
  Object.entries(attendees).filter(([email]) => email !== organizer?.email);

const TYPES: Readonly<Record<Role, number>> = { required: 1, optional: 2, resource: 3 };

/** OlMeetingStatus is 1 while recipients are added (OOM 3.4) and then what the meeting is: 1 or 5 the user's own, 3 or 7 somebody else's. */
function recipientSteps(said: Meeting, write: MeetingWrite): readonly Step[] {
  const { current, uid } = write, foreign = isForeign(write), empty = said.organizer === null && Object.keys(said.attendees).length === 0;
  const status = empty && !said.cancelled && !isReceived(current) ? 0 : (foreign || isReceived(current) ? 3 : 1) + (said.cancelled ? 4 : 0);
  const to = invitedOf(said).map(([address, { name, role }]) => ({ add: name === '' ? address : `${name.replace(/[<>;,"()]/g, ' ')} <${address}>`, address, type: TYPES[role] }));
  const set = (value: number): Step => ({ do: 'set', name: 'MeetingStatus', to: value });
  return [
    ...(meetingStatus(current) === 0 ? [set(1)] : []), { do: 'recipients', to },
    ...(foreign && said.organizer !== null ? organizerSteps(said.organizer) : []),
    ...(current === null && uid !== undefined && (write.desk.major ?? 16) >= 15 ? GLOBAL_IDS.map((schema): Step => ({ do: 'property', schema, to: globalIdOf(uid) })) : []),
    // Outlook shall not offer to send an invitation that the server's side has been told of (OCDS, peers 1.3 row 59).
    ...(meetingStatus(current) === 0 && status !== 0 ? [{ do: 'property', schema: INVITED, to: true } as const] : []),
    ...(meetingStatus(current) === status || (meetingStatus(current) === 0 && status === 1) ? [] : [set(status)]),
  ];
}

const MAPI = 'http://schemas.microsoft.com/mapi/';
/** Set from Outlook 2013 on, as OCDS does (OOM 1.6). */
const GLOBAL_IDS = ['00030102', '00230102'].map((id) => `${MAPI}id/{6ED8DA90-450B-101B-98DA-00AA003F1305}/${id}`);
const INVITED = `${MAPI}id/{00062002-0000-0000-C000-000000000046}/8229000B`;

/** Without it the first recipient would make the account the organiser (OOM 8.3). */
const organizerSteps = ({ email, name }: NonNullable<Meeting['organizer']>): readonly Step[] => [
  { do: 'property', schema: `${MAPI}proptag/0x0042001F`, to: name || email }, { do: 'property', schema: `${MAPI}proptag/0x0064001F`, to: 'SMTP' },
  { do: 'property', schema: `${MAPI}proptag/0x0065001F`, to: email }, { do: 'property', schema: `${MAPI}proptag/0x00410102`, to: oneOffEntryId(name || email, email) },
];

const EMPTY = canonicalText(NO_MEETING);

/** No note where Outlook shows all that is meant by itself: an appointment that is no meeting, and a mail's meeting as it came. */
function noteStep(note: Note, { current, form }: { readonly current: ItemRecord | null; readonly form: Form }): readonly Step[] {
  const { said, saw, prefix } = note, plain = canonicalText(said) === (form === 'recipients' ? EMPTY : canonicalText(saw)) && prefix === '' && !(form === 'recipients' && isReceived(current));
  const text = plain ? '' : JSON.stringify(note);
  const before = current?.user?.[NOTE] ?? '';
  return text === before ? [] : [{ do: 'user', name: NOTE, to: text }];
}

// What an event says, as both sides mean it. Every value is plain JSON.
import type { Exceptions } from './exception.js';
import type { Recurrence } from './recurrence.js';
import type { DateText, When } from './time.js';

/** Outlook's OlSensitivity in words. */
export type Sensitivity = 'normal' | 'personal' | 'private' | 'confidential';

/** Outlook's OlBusyStatus in words. */
export type BusyStatus = 'free' | 'tentative' | 'busy' | 'outOfOffice' | 'workingElsewhere';

/** Outlook's OlImportance in words. */
export type Importance = 'low' | 'normal' | 'high';

/** How an attendee answered, as far as both sides have words for it (OlResponseStatus, RFC 5545 section 3.2.12). */
export type Answer = 'none' | 'accepted' | 'tentative' | 'declined';

/** OlMeetingRecipientType in words. */
export type Role = 'required' | 'optional' | 'resource';

export interface Organizer {
  /** Lower case. */
  readonly email: string;
  /** '' where there is none but the address. */
  readonly name: string;
}

export interface Attendee {
  readonly name: string;
  readonly role: Role;
  readonly answer: Answer;
}

/** By e-mail address in lower case: so that they are merged one by one (rules.md 20). */
export type Attendees = { readonly [email: string]: Attendee };

/** A file that belongs to an event, by what it is: its octets are on a shelf (codec/shelf.ts), not in the model. */
export interface Attachment {
  readonly name: string;
  readonly sha256: string;
  readonly octets: number;
  /** In a series: the date of the one occurrence that it belongs to (as Exceptions are keyed), which need say nothing else for itself. Absent: to all. */
  readonly occurrence?: DateText;
}

export interface EventFields {
  readonly subject: string;
  readonly when: When;
  readonly rule: Recurrence | null;
  /** Empty without a rule. */
  readonly exceptions: Exceptions;
  readonly location: string;
  /** Plain text, lines ended by LF. */
  readonly body: string;
  /** Minutes before the start, 0 or more; null without a reminder. */
  readonly reminder: number | null;
  readonly categories: readonly string[];
  readonly sensitivity: Sensitivity;
  readonly busyStatus: BusyStatus;
  readonly importance: Importance;
  /** RFC 5545 section 3.8.4.6: a page about the event; '' without one. */
  readonly url: string;
  /** Files in the event itself, by name. One that is only pointed to stays on its side. */
  readonly attachments: readonly Attachment[];
  readonly organizer: Organizer | null;
  readonly attendees: Attendees;
  readonly cancelled: boolean;
}

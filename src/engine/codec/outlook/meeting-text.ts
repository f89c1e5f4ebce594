// Attendees as text under the body of an appointment (rules.md 27): written for people, taken off again before the body is compared.
import { canonicalLines } from '../../model/canonical.js';
import type { MeetingWords } from './outlook-codec.js';
import type { Meeting } from './meeting-record.js';

/** The words of an English desk. */
export const ENGLISH: MeetingWords = {
  heading: 'Attendees', organizer: 'Organizer', roles: { required: 'required', optional: 'optional', resource: 'resource' },
  answers: { none: 'no answer', accepted: 'accepted', tentative: 'tentative', declined: 'declined' }, cancelled: 'Canceled: ',
};

const HEAD = /(?:^|\n)-- M2KSync: [^\n]* --(?:\n\u2022 [^\n]*)*/g;

/** The text without the attendees, in whatever language they were written. */
export const withoutPeople = (body: string): string => (body.includes('-- M2KSync: ') ? body.replace(HEAD, '') : body);

/** '' where nobody meets. */
export function peopleText({ organizer, attendees }: Meeting, words: MeetingWords): string {
  const named = (name: string, email: string): string => (name === '' ? email : `${name} <${email}>`);
  const people = Object.entries(attendees).sort(([a], [b]) => (a < b ? -1 : 1));
  if (people.length === 0) return '';
  return [
    `-- M2KSync: ${words.heading} --`,
    ...(organizer === null ? [] : [`\u2022 ${words.organizer}: ${named(organizer.name, organizer.email)}`]),
    ...people.map(([email, { name, role, answer }]) => `\u2022 ${named(name, email)} (${words.roles[role]}, ${words.answers[answer]})`),
  ].join('\n');
}

/** Whether these people, and no others, stand under the body already. */
export const standsUnder = (body: string, people: string): boolean =>
  (canonicalLines(body).match(HEAD) ?? []).map((block) => block.trimStart()).join('\n') === people;

/** Below the body, or alone. */
export const withPeople = (body: string, people: string): string => [body, people].filter((part) => part !== '').join('\n\n');

const PREFIXED = /^(?:cancell?ed|\u5DF2\u53D6\u6D88)\s*[:\uFF1A]/i;

/** What has to stand before the subject; '' where a client wrote the like of it already, as Exchange does. */
export const prefixFor = (subject: string, cancelled: boolean, words: MeetingWords): string => (cancelled && !PREFIXED.test(subject) ? words.cancelled : '');

// What a server that schedules (RFC 6638) would mail for a write. Mail2000 does not (M12); the quirk exists so that a test can prove
// that a client never causes mail on a server that does.
import type { Mail } from './mail.js';
import type { Scene } from './reply.js';
import { lineOf, parseComponents } from './objects/content-lines.js';
import type { Component, ContentLine } from './objects/content-lines.js';

export interface Writing {
  /** E-mail of the user. */
  readonly user: string;
  /** Text before and after; undefined for a created and a deleted object. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** `Schedule-Reply: F`: an attendee who deletes sends no refusal (RFC 6638 section 8.1). */
  readonly quiet: boolean;
}

const addressOf = (line: ContentLine | undefined): string => line?.value.trim().replace(/^mailto:/i, '').toLowerCase() ?? '';

/** SCHEDULE-AGENT of CLIENT or NONE keeps the server out (section 7.1). */
const byServer = (line: ContentLine | undefined): boolean => line !== undefined && (line.parameters.get('SCHEDULE-AGENT') ?? 'SERVER') === 'SERVER';

function eventIn(text: string | undefined): Component | undefined {
  try {
    return text === undefined ? undefined : parseComponents(text, false)[0]?.components.find(({ name }) => name !== 'VTIMEZONE');
  } catch {
    return undefined;
  }
}

const attendeesOf = (event: Component | undefined): readonly ContentLine[] => event?.lines.filter(({ name }) => name === 'ATTENDEE') ?? [];

function byOrganizer({ before, after, user }: Writing, uid: string): readonly Mail[] {
  const others = (text: string | undefined) => attendeesOf(eventIn(text)).filter((line) => byServer(line) && addressOf(line) !== user).map(addressOf);
  const invited = others(after);
  return [
    ...invited.map((to): Mail => ({ method: 'REQUEST', to, uid })),
    ...others(before).filter((to) => !invited.includes(to)).map((to): Mail => ({ method: 'CANCEL', to, uid })),
  ];
}

/** The mails of one write by the organizer or by an attendee. */
export function mailsOf(writing: Writing): readonly Mail[] {
  const event = eventIn(writing.after) ?? eventIn(writing.before);
  const organizer = event && lineOf(event, 'ORGANIZER');
  const uid = event && lineOf(event, 'UID')?.value.trim();
  if (uid === undefined || !byServer(organizer)) return [];
  if (addressOf(organizer) === writing.user) return byOrganizer(writing, uid);
  const answer = (text: string | undefined): string | undefined =>
    attendeesOf(eventIn(text)).find((line) => addressOf(line) === writing.user)?.parameters.get('PARTSTAT');
  const changed = writing.after === undefined ? !writing.quiet : answer(writing.before) !== answer(writing.after);
  return changed ? [{ method: 'REPLY', to: addressOf(organizer), uid }] : [];
}

/** Notes the mails of a write of this scene's user, where the server schedules. */
export function noteMails(writing: Omit<Writing, 'user'>, { quirks, mails, user }: Scene): void {
  if (quirks.scheduling) mails.push(...mailsOf({ ...writing, user: user.email }));
}

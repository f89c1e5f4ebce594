// Who the user is and in which words attendees stand in items (rules.md 27): from the settings and the language of the run.
import type { CollectionSettings, Settings } from '../config/settings.js';
import type { Answer, Role } from '../model/event.js';
import type { CommandContext } from './command-context.js';
import type { AppointmentOptions } from './parts.js';

const ROLES: readonly Role[] = ['required', 'optional', 'resource'];
const ANSWERS: readonly Answer[] = ['none', 'accepted', 'tentative', 'declined'];

export function appointmentOptions({ words: { say } }: Pick<CommandContext, 'words'>, { account }: Pick<Settings, 'account'>, { attendees }: Pick<CollectionSettings, 'attendees'>): AppointmentOptions {
  return {
    ...(account === undefined ? {} : { self: account.address }), ...(attendees === undefined ? {} : { meetings: attendees }),
    words: {
      heading: say('meeting.heading'), organizer: say('meeting.organizer'), cancelled: say('meeting.cancelled'),
      roles: Object.fromEntries(ROLES.map((role) => [role, say(`meeting.${role}`)])) as Record<Role, string>,
      answers: Object.fromEntries(ANSWERS.map((answer) => [answer, say(`meeting.answer.${answer}`)])) as Record<Answer, string>,
    },
  };
}

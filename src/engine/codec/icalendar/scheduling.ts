// Servers that send invitations by themselves (RFC 6638): every text for them says that the client does, which is nobody (rules.md 26).
import { M2KError } from '../../errors.js';
import { paramValues } from '../content-lines/lines.js';
import type { ContentLine } from '../content-lines/lines.js';
import { editProperties, properties } from './components.js';
import type { EventObject } from './event-object.js';

const PEOPLE = ['ORGANIZER', 'ATTENDEE'] as const;

/** RFC 6638 section 7.1; without the parameter it is the server that sends. */
const isQuiet = (line: ContentLine): boolean => ['CLIENT', 'NONE'].includes((paramValues(line, 'SCHEDULE-AGENT')[0] ?? '').toUpperCase());

/**
 * An event whose invitations the server handles may not be written: taking them from the server makes it send cancellations (RFC 6638 section
 * 3.2.1), leaving them makes it send updates.
 * @throws M2KError Refused, reason server-would-send.
 */
export function assertOurs({ event, overrides }: Pick<EventObject, 'event' | 'overrides'>): void {
  const handled = [event, ...overrides].flatMap((one) => PEOPLE.flatMap((name) => properties(one, name))).find((line) => !isQuiet(line));
  if (handled) throw new M2KError('Refused', { field: 'attendees', reason: 'server-would-send', excerpt: handled.raw.trim().slice(0, 120) });
}

export function forbidInviting({ event, overrides }: EventObject): void {
  for (const one of [event, ...overrides]) {
    for (const name of PEOPLE) {
      editProperties(one, name, {
        more: [],
        each: (line) => (isQuiet(line) ? line : {
          value: line.value, params: [...line.params.filter((param) => param.name !== 'SCHEDULE-AGENT'), { name: 'SCHEDULE-AGENT', values: ['CLIENT'] }],
        }),
      });
    }
  }
}

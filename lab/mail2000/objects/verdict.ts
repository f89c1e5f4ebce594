// What judging a body for PUT ends in: a text to store, or a refusal.
import type { Quirks } from '../quirks.js';
import { badRequest, refuse } from '../reply.js';
import type { Reply } from '../reply.js';
import { el } from '../xml/write.js';

export interface Accepted {
  readonly accepted: true;
  readonly text: string;
  readonly uid: string;
}

export interface Rejected {
  readonly accepted: false;
  readonly reply: Reply;
}

export type Verdict = Accepted | Rejected;

export const accept = (text: string, uid: string): Verdict => ({ accepted: true, text, uid });
export const reject = (reply: Reply): Verdict => ({ accepted: false, reply });
export const rejectShape = (message: string): Verdict => reject(badRequest(message));

/** 415, with or without the precondition that RFC 4791 and 6352 name. */
export function rejectData(condition: string, message: string, quirks: Pick<Quirks, 'preconditionsNamed'>): Verdict {
  return reject(refuse(415, { exception: 'UnsupportedMediaType', message, ...(quirks.preconditionsNamed ? { condition: el(condition) } : {}) }));
}

// What an event says, as both sides mean it. Every value is plain JSON.
import type { Exceptions } from './exception.js';
import type { Rule } from './recurrence.js';
import type { When } from './time.js';

/** Outlook's OlSensitivity in words. */
export type Sensitivity = 'normal' | 'personal' | 'private' | 'confidential';

/** Outlook's OlBusyStatus in words. */
export type BusyStatus = 'free' | 'tentative' | 'busy' | 'outOfOffice' | 'workingElsewhere';

export interface EventFields {
  readonly subject: string;
  readonly when: When;
  readonly rule: Rule | null;
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
}

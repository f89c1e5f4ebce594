// The occurrences of a series that were deleted, or say something else than their series (RFC 5545 sections 3.8.4.4, 3.8.5.1; OOM 4.5).
import type { EventFields } from './event.js';
import type { DateText } from './time.js';

/**
 * What one occurrence may say otherwise: what Outlook lets an exception override (OOM 4.5, ARO flags). Sensitivity and categories are the
 * master's there; on the server an occurrence keeps its own, untouched.
 */
export const OCCURRENCE_FIELDS = ['when', 'subject', 'location', 'body', 'reminder', 'busyStatus'] as const;

export type OccurrenceField = (typeof OCCURRENCE_FIELDS)[number];

/** All that one occurrence says. */
export type OccurrenceFields = Pick<EventFields, OccurrenceField>;

/** What it says otherwise than the series: the rest follows the series when that changes. Never empty. */
export type OccurrenceChanges = Partial<OccurrenceFields>;

export type Exception = { readonly deleted: true } | { readonly changes: OccurrenceChanges };

/**
 * By the date of the original occurrence in the zone of the series' start: no rule that both sides can hold takes place twice a day, and a
 * date stays right when the series moves to another hour.
 */
export type Exceptions = { readonly [original: DateText]: Exception };

export const NO_EXCEPTIONS: Exceptions = {};

export const isDeleted = (exception: unknown): boolean => typeof exception === 'object' && exception !== null && 'deleted' in exception;

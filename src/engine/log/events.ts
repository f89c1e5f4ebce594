// What an administrator reads in the Windows event log: fixed ids, written when the state changes and not at every run. Pure.
import { EXIT } from '../sync/outcome.js';

export interface DeskEvent {
  readonly id: number;
  readonly kind: 'Information' | 'Warning' | 'Error';
}

/** id -> what it means; docs/admin.md has the same table and a test compares them. */
export const EVENTS = {
  1000: 'Information', 2001: 'Error', 2002: 'Warning', 2003: 'Warning', 2004: 'Error', 2005: 'Warning', 3001: 'Error', 4001: 'Warning', 4002: 'Warning', 5001: 'Error', 5002: 'Error',
} as const satisfies Readonly<Record<number, DeskEvent['kind']>>;

export type EventId = keyof typeof EVENTS;

/** The state that a run ended in; null where its end says nothing of the desk's state (cancelled, another run goes on). */
export function eventOf({ exitCode, lastError }: { readonly exitCode: number; readonly lastError: string | null }): EventId | null {
  const error = lastError ?? '';
  switch (exitCode) {
    case EXIT.inStep: return 1000;
    case EXIT.someFailed: return error.startsWith('M2K.Refused.old-tool') ? 2005 : 4002;
    case EXIT.held: return 4001;
    case EXIT.unauthorized: return 2001;
    case EXIT.unavailable: return /^M2K\.(Unavailable\.(outlook|host|folder)-|Busy\.outlook)/.test(error) && error !== 'M2K.Unavailable.host-not-found' ? 2003 : 2002;
    case EXIT.usage: return error.startsWith('M2K.PolicyBlocked') ? 2004 : 3001;
    case EXIT.bug: return error.startsWith('M2K.StateBroken') ? 5002 : 5001;
    default: return null;
  }
}

type Beat = { readonly exitCode: number; readonly lastError: string | null } | null;

/** Null: nothing new to tell. */
export function changedEvent(before: Beat, after: Beat): EventId | null {
  const now = after === null ? null : eventOf(after);
  return now === null || (before !== null && eventOf(before) === now) ? null : now;
}

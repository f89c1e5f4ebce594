// Failures, typed by what happens next. Words for people are made from `code` and `data` in words/, never here.
import type { SideName } from './model/ids.js';

/**
 * Stale: changed under us, plan again next run. AlreadyThere: a create met the same UID. Refused: this item is not taken.
 * Unreadable: cannot be parsed or mapped; its partner is never touched. Busy: later in this run, else end softly.
 * Unavailable: nothing there to talk to, end softly. Unauthorized: stop and tell the user. StateBroken: stop before touching a side.
 * Held: a guard said no. PolicyBlocked: this machine's policy forbids what we need. Cancelled: the user said stop.
 */
export type ErrorCode =
  | 'Stale' | 'AlreadyThere' | 'Refused' | 'Unreadable' | 'Busy' | 'Unavailable' | 'Unauthorized' | 'StateBroken' | 'Held'
  | 'PolicyBlocked' | 'Cancelled' | 'LockHeld' | 'Settings';

/** Facts for the message and the log: no secrets, no item bodies. `reason` is a stable word that words/ has a sentence for. */
export interface ErrorData {
  readonly reason?: string;
  readonly side?: SideName;
  readonly item?: string;
  readonly subject?: string;
  readonly field?: string;
  readonly excerpt?: string;
  readonly status?: number;
  readonly hresult?: string;
  readonly host?: string;
  /** Milliseconds to wait before the next try, where the other end said so. */
  readonly retryAfterMs?: number;
  /** The error came after the write was sent: it is not known whether it was done, whatever the code says of the error. */
  readonly mayBeDone?: boolean;
  readonly [fact: string]: string | number | boolean | undefined;
}

export class M2KError extends Error {
  override readonly name = 'M2KError';
  readonly code: ErrorCode;
  readonly data: ErrorData;
  constructor(code: ErrorCode, data: ErrorData = {}, options: { readonly cause?: unknown; readonly message?: string } = {}) {
    super(options.message ?? [code, data.reason, data.excerpt].filter(Boolean).join(': '), options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.data = data;
  }
}

export type Consequence = 'next item' | 'end link' | 'end run' | 'stop and tell';

/** Busy, but with one item only: a write that the server answered with an error of its own and did not do, an item that the user has open. */
const OF_ITEM: ReadonlySet<string> = new Set(['outcome-unknown', 'open-unsaved']);

/** One collection or folder is not to be had; the host, and with it every other link, is there. */
const OF_LINK: ReadonlySet<string> = new Set(['collection-gone', 'collection-forbidden', 'folder-gone', 'server-error', 'too-large', 'not-a-dav-server']);

/** What a run does after an error: pure and total, one row per code. A code we do not know is a bug and ends the run. */
export function consequenceOf(error: unknown): Consequence {
  if (!(error instanceof M2KError)) return 'stop and tell';
  const reason = error.data.reason ?? '';
  if (error.code === 'Busy' && OF_ITEM.has(reason)) return 'next item';
  if (error.code === 'Unavailable' && OF_LINK.has(reason)) return 'end link';
  switch (error.code) {
    case 'Stale': case 'AlreadyThere': case 'Refused': case 'Unreadable': return 'next item';
    case 'Held': return 'end link';
    case 'Busy': case 'Unavailable': case 'Cancelled': return 'end run';
    case 'Unauthorized': case 'StateBroken': case 'PolicyBlocked': case 'LockHeld': case 'Settings': return 'stop and tell';
  }
}

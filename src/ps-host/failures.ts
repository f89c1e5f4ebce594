// What a failed call means to the engine: host codes and lost hosts to M2KError.
import { M2KError, type ErrorCode, type ErrorData } from '../engine/errors.js';
import type { HostErrorCode, Operation, WireFailure } from './protocol.js';

/** The process gave no usable answer. `died` and `silent` say nothing of whether the operation was done. */
export class HostLost extends Error {
  override readonly name = 'HostLost';
  constructor(readonly how: 'died' | 'silent' | 'garbled', readonly detail: string, readonly exitCode: number | null = null) {
    super(`PowerShell host ${how}: ${detail}`);
  }
}

/** Operations that change something: without an answer their outcome is unknown (rules.md 3). */
const WRITES: ReadonlySet<Operation> = new Set<Operation>(['writeItem', 'deleteItem', 'ensureFolder', 'renameFolder']);

/** Of a folder that cannot be opened. */
const GONE: Readonly<Record<string, string>> = { folder: 'folder-gone', store: 'store-closed' };

/** null: no M2KError but a bug of ours, which ends the run. */
const MEANING: { readonly [C in HostErrorCode]: { readonly code: ErrorCode; readonly reason?: string } | null } = {
  Stale: { code: 'Stale' },
  NotFound: { code: 'Stale', reason: 'not-found' },
  AlreadyThere: { code: 'AlreadyThere' },
  Refused: { code: 'Refused' },
  Unreadable: { code: 'Unreadable' },
  Busy: { code: 'Busy', reason: 'outlook-busy' },
  OutlookDead: { code: 'Unavailable', reason: 'outlook-died' },
  OutlookMissing: { code: 'Unavailable', reason: 'outlook-missing' },
  OutlookClosed: { code: 'Unavailable', reason: 'outlook-closed' },
  Guarded: { code: 'PolicyBlocked', reason: 'outlook-guard' },
  PolicyBlocked: { code: 'PolicyBlocked' },
  SecretUnreadable: { code: 'Unauthorized', reason: 'secret-unreadable' },
  BadRequest: null,
  HostBug: null,
};

/** @returns M2KError, or Error for codes that mean a bug on our side of the wire. */
export function failureToError(failure: WireFailure): Error {
  // A folder that is gone is not an item that changed: nothing may be concluded about its items.
  const gone = failure.code === 'NotFound' ? GONE[failure.reason ?? ''] : undefined;
  if (gone !== undefined) return new M2KError('Unavailable', { ...facts(failure), reason: gone });
  const meaning = MEANING[failure.code];
  if (meaning === null) return new Error(`PowerShell host, ${failure.code}: ${failure.message}`);
  const reason = failure.reason ?? meaning.reason;
  return new M2KError(meaning.code, { ...facts(failure), ...(reason === undefined ? {} : { reason }) });
}

function facts(failure: WireFailure): ErrorData {
  return {
    side: 'outlook',
    excerpt: failure.message.slice(0, 300),
    ...(failure.hresult === undefined ? {} : { hresult: failure.hresult }),
    ...(failure.member === undefined ? {} : { field: failure.member }),
    ...(failure.item === undefined ? {} : { item: failure.item }),
    ...(failure.part === true ? { part: true } : {}),
  };
}

/** A write without an answer is `outcome-unknown`: its intent stays open and the next run looks before it writes again. */
export function lostToError(operation: Operation, lost: HostLost): M2KError {
  const reason = WRITES.has(operation) ? 'outcome-unknown' : `host-${lost.how}`;
  return new M2KError('Unavailable', { reason, side: 'outlook', operation, excerpt: lost.detail.slice(0, 300) }, { cause: lost });
}

/** Exit codes that Host.psm1 and the start lines use before any reply is possible. */
const EXIT_MODULE_REFUSED = 78;
const EXIT_CONSTRAINED = 79;

/** The host never gave its first reply (desk-rules.md 3, 14). */
export function startToError(lost: HostLost): M2KError {
  const data = { side: 'outlook', excerpt: lost.detail.slice(-300) } as const;
  if (lost.exitCode === EXIT_MODULE_REFUSED) return new M2KError('PolicyBlocked', { ...data, reason: 'module-refused' }, { cause: lost });
  if (lost.exitCode === EXIT_CONSTRAINED) return new M2KError('PolicyBlocked', { ...data, reason: 'constrained-language' }, { cause: lost });
  if (lost.how === 'silent') return new M2KError('PolicyBlocked', { ...data, reason: 'host-silent' }, { cause: lost });
  return new M2KError('Unavailable', { ...data, reason: 'host-not-started' }, { cause: lost });
}

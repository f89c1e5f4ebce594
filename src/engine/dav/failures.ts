// What a failed exchange means to the engine. Pure: codes and statuses in, M2KError out.
import { M2KError } from '../errors.js';
import { parseDavError } from './multistatus.js';

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Where it came from in the end, after redirects. */
  readonly url: string;
}

/** Stable words for `data.reason` of Unavailable; words/ has a sentence for each. */
export type UnavailableReason =
  | 'host-not-found' | 'connection-refused' | 'connection-lost' | 'timed-out' | 'tls' | 'certificate' | 'certificate-changed' | 'proxy' | 'proxy-login' | 'not-a-dav-server'
  | 'redirect-elsewhere' | 'too-many-redirects' | 'too-large' | 'server-error' | 'http-not-allowed';

const BY_CODE: Readonly<Record<string, UnavailableReason>> = {
  ENOTFOUND: 'host-not-found', EAI_AGAIN: 'host-not-found', EAI_NODATA: 'host-not-found', EAI_NONAME: 'host-not-found',
  ECONNREFUSED: 'connection-refused', EHOSTUNREACH: 'connection-refused', ENETUNREACH: 'connection-refused', EADDRNOTAVAIL: 'connection-refused',
  ETIMEDOUT: 'timed-out', ECONNABORTED: 'timed-out', ERR_CANCELED: 'timed-out', ESOCKETTIMEDOUT: 'timed-out',
  EPROTO: 'tls', DEPTH_ZERO_SELF_SIGNED_CERT: 'tls', SELF_SIGNED_CERT_IN_CHAIN: 'tls', UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UNABLE_TO_GET_ISSUER_CERT: 'tls', UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls', HOSTNAME_MISMATCH: 'tls',
};

/**
 * A request that never got an answer. `proxy`: the one it went through; then it is the proxy that was not reached. The cause keeps the message alone:
 * what axios throws carries the request with its Authorization header.
 */
export function transportFailure(error: unknown, to: { readonly host: string; readonly proxy?: string }): M2KError {
  const { code, message, fingerprint } = codeOf(error);
  const reason = fingerprint === undefined ? reasonOf(code, message) : code === 'CERT_NOT_THE_PINNED_ONE' ? 'certificate-changed' : 'certificate';
  const unreached = to.proxy !== undefined && (reason === 'host-not-found' || reason === 'connection-refused');
  const cause = new Error(`${code} ${message}`.trim());
  const facts = { host: to.host, code, ...(fingerprint === undefined ? {} : { fingerprint }), ...(to.proxy === undefined ? {} : { proxy: new URL(to.proxy).host }) };
  return new M2KError('Unavailable', { ...facts, reason: unreached ? 'proxy' : reason }, { cause });
}

function reasonOf(code: string, message: string): UnavailableReason {
  const known = BY_CODE[code];
  if (known) return known;
  // axios 1.21.1 says ERR_BAD_RESPONSE of a body above maxContentLength and of one that was broken off.
  if (code === 'ERR_BAD_RESPONSE') return /maxContentLength/.test(message) ? 'too-large' : 'connection-lost';
  if (code === 'PROXY_LOGIN') return 'proxy-login';
  if (/^(CERT_|ERR_TLS_|ERR_SSL_)/.test(code)) return 'tls';
  if (/proxy/i.test(message)) return 'proxy';
  return code.startsWith('HPE_') ? 'not-a-dav-server' : 'connection-lost';
}

interface Code {
  readonly code: string;
  readonly message: string;
  readonly fingerprint?: string;
}

/** Happy Eyeballs failures are an AggregateError whose own code is that of its first member; axios puts what the socket threw into `cause`. */
function codeOf(error: unknown): Code {
  const outer = error as { readonly code?: unknown; readonly message?: unknown; readonly cause?: { readonly code?: unknown; readonly fingerprint?: unknown } };
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const fingerprint = text(outer.cause?.fingerprint);
  return { code: text(outer.code) || text(outer.cause?.code), message: text(outer.message), ...(fingerprint === '' ? {} : { fingerprint }) };
}

const NOT_SENT: readonly string[] = ['host-not-found', 'connection-refused', 'tls', 'certificate', 'certificate-changed', 'proxy', 'proxy-login', 'http-not-allowed'];

/** A PUT or DELETE that failed so may have been done all the same (rule 25; reference M1: 500 though stored). */
export function outcomeUnknown(error: unknown): boolean {
  if (!(error instanceof M2KError)) return false;
  const { status, reason } = error.data;
  if (status !== undefined) return status >= 500 && status !== 507;
  return error.code === 'Unavailable' && !NOT_SENT.includes(reason ?? '');
}

export type Condition = 'ifMatch' | 'ifNoneMatch' | 'none';

/** The error for an answer that is no success. `condition`: what the request made the server check, for 412 means that and only that. */
export function refusal(answer: Answer, condition: Condition): M2KError {
  const { status } = answer;
  const { precondition, href } = parseDavError(answer.text);
  const host = new URL(answer.url).host;
  const facts = { status, host, ...(href === null ? {} : { href }) };
  if (precondition !== null && SAME_UID.test(precondition)) return new M2KError('AlreadyThere', { ...facts, reason: precondition });
  if (status === 412 && condition === 'ifMatch') return new M2KError('Stale', { ...facts, reason: 'version' });
  if (status === 412 && condition === 'ifNoneMatch') return new M2KError('AlreadyThere', { ...facts, reason: 'href-taken' });
  if ((status === 404 || status === 410) && condition === 'ifMatch') return new M2KError('Stale', { ...facts, reason: 'gone' });
  if (status >= 500 && status !== 507) return new M2KError('Unavailable', { ...facts, reason: 'server-error' });
  if (status === 407) return new M2KError('Unavailable', { ...facts, reason: 'proxy-login' });
  if (status === 403 && (precondition === null || precondition === 'need-privileges')) {
    return new M2KError('Refused', { ...facts, reason: precondition === null ? 'http-403' : 'no-right' });
  }
  return new M2KError('Refused', { ...facts, reason: precondition ?? (status === 507 ? 'insufficient-storage' : `http-${status}`) });
}

/** RFC 4791 section 5.3.2.1, RFC 6352 section 6.3.2.1, RFC 6638 section 3.2.4.1 (Cyrus: one UID an account). */
const SAME_UID = /^(no-uid-conflict|unique-scheduling-object-resource)$/;

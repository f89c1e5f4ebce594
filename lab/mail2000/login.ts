// HTTP Basic (RFC 7617) with UTF-8; the login is the full e-mail address (research 1.3).
import type { Office } from './office.js';
import type { Quirks } from './quirks.js';
import type { UserRecord } from './records.js';
import { refuse } from './reply.js';
import type { Reply, Request } from './reply.js';

/** Failed logins in a row per user, for sites that ban. */
export type Failures = Map<string, number>;

export interface Desk {
  readonly office: Office;
  readonly quirks: Quirks;
  readonly failures: Failures;
}

function credentials(header: string | undefined): { readonly email: string; readonly password: string } | undefined {
  const encoded = /^Basic\s+(\S+)\s*$/i.exec(header ?? '')?.[1];
  const decoded = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon < 0 ? undefined : { email: decoded.slice(0, colon).toLowerCase(), password: decoded.slice(colon + 1) };
}

function passwordFits(user: UserRecord, password: string, appPasswordOnly: boolean): boolean {
  if (password === '') return false;
  return user.appPassword === password || (!appPasswordOnly && user.password === password);
}

/** The user behind the request; undefined for none, a wrong password, or a banned user. */
export function login(request: Request, { office, quirks, failures }: Desk): UserRecord | undefined {
  const given = credentials(request.headers.authorization);
  if (given === undefined) return undefined;
  const failed = failures.get(given.email) ?? 0;
  const user = office.users().find(({ email }) => email === given.email)?.record;
  const banned = quirks.banAfter > 0 && failed >= quirks.banAfter;
  if (user && !banned && passwordFits(user, given.password, quirks.appPasswordOnly)) {
    failures.delete(given.email);
    return user;
  }
  failures.set(given.email, failed + 1);
  return undefined;
}

export const unauthorized = (request: Request): Reply => refuse(401, {
  exception: 'NotAuthenticated',
  message: request.headers.authorization === undefined ? "No 'Authorization: Basic' header found." : 'Username or password was incorrect',
  headers: { 'www-authenticate': 'Basic realm="Mail2000", charset="UTF-8"' },
});

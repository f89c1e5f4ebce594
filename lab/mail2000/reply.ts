// Answers as data: what a method returns, before it is XML and octets.
import type { IncomingHttpHeaders } from 'node:http';
import type { Office } from './office.js';
import type { Quirks } from './quirks.js';
import type { UserRecord } from './records.js';
import type { Mail } from './mail.js';
import type { SearchLag } from './search-lag.js';
import type { Xml } from './xml/write.js';
import { el } from './xml/write.js';
import { dav, sabre } from './xml/names.js';

export interface Request {
  readonly method: string;
  /** Decoded, without query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a method may look at besides the request. */
export interface Scene {
  readonly office: Office;
  readonly quirks: Quirks;
  readonly user: UserRecord;
  readonly lag: SearchLag;
  /** Takes what a scheduling server would send. */
  readonly mails: Mail[];
}

export interface Propstat {
  readonly status: number;
  readonly properties: readonly Xml[];
  readonly error?: Xml;
}

export interface Row {
  readonly href: string;
  readonly propstats?: readonly Propstat[];
  /** Only without propstats. */
  readonly status?: number;
  readonly error?: Xml;
}

export interface Multistatus {
  readonly rows: readonly Row[];
  readonly syncToken?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly xml?: Xml;
  readonly multistatus?: Multistatus;
}

export const multistatus = (rows: readonly Row[], syncToken?: string): Reply =>
  ({ status: 207, multistatus: { rows, ...(syncToken === undefined ? {} : { syncToken }) } });

export interface Refusal {
  /** SabreDAV's exception name, without namespace. */
  readonly exception: string;
  readonly message: string;
  /** The failed precondition (RFC 4918 section 16). */
  readonly condition?: Xml;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error answer with SabreDAV's body. */
export function refuse(status: number, { exception, message, condition, headers }: Refusal): Reply {
  const xml = el(dav('error'), el(sabre('exception'), `Sabre\\DAV\\Exception\\${exception}`), el(sabre('message'), message), ...(condition ? [condition] : []));
  return { status, xml, ...(headers ? { headers } : {}) };
}

export const notFound = (path: string): Reply => refuse(404, { exception: 'NotFound', message: `Node with name '${path}' could not be found` });
export const badRequest = (message: string): Reply => refuse(400, { exception: 'BadRequest', message });
export const systemError = (): Reply => ({ status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'system error' });

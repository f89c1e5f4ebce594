// A bare HTTP client for the server's tests: no DAV library, so that what is asserted is what is on the wire.
import type { ExecutionContext } from 'ava';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import type { Mail2000, Mail2000Options } from '../../../lab/mail2000/server.js';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { plain } from '../../../lab/mail2000/quirks.js';
import type { Quirks } from '../../../lab/mail2000/quirks.js';
import { childOf, childrenOf, readXml } from '../../../lab/mail2000/xml/read.js';
import type { XmlElement } from '../../../lab/mail2000/xml/read.js';
import { dav } from '../../../lab/mail2000/xml/names.js';

export const xiaoming = 'xiaoming@example.com.tw';
export const meiling = 'meiling@example.com.tw';
export const dahua = 'dahua@example.com.tw';

export const calendarPath = `/cgi-bin/cal/caldav/calendars/${xiaoming}/default/`;
export const bookPath = `/cgi-bin/carddav/addressbooks/${xiaoming}/default/`;
export const eventPath = `${calendarPath}1001.ics`;
export const cardPath = `${bookPath}2001.vcf`;

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly user?: string;
}

export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Starts a server for one test; the small office and no quirks unless said otherwise. */
export async function started(t: ExecutionContext, quirks: Partial<Quirks> = {}, options: Mail2000Options = {}): Promise<Mail2000> {
  const server = await startMail2000({ office: smallOffice(), ...options, quirks: { ...plain, ...quirks } });
  t.teardown(() => server.close());
  return server;
}

export const basic = (user: string, password: string): string => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** Sends one request as a user of the office (王小明 if not given); redirects are not followed. */
export async function send(server: Mail2000, method: string, path: string, { headers = {}, body, user = xiaoming }: Sent = {}): Promise<Got> {
  const authorization = basic(user, server.office.user(user).password);
  const response = await fetch(`${server.origin}${path}`, { method, redirect: 'manual', headers: { authorization, ...headers }, ...(body === undefined ? {} : { body }) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

export interface GotRow {
  readonly href: string;
  readonly status: number | undefined;
  /** Elements of the 200 propstat by Clark name. */
  readonly found: ReadonlyMap<string, XmlElement>;
  /** Status of every property by Clark name. */
  readonly statuses: ReadonlyMap<string, number>;
}

const statusOf = (parent: XmlElement): number | undefined => {
  const line = childOf(parent, dav('status'))?.text;
  return line === undefined ? undefined : Number(line.split(' ')[1]);
};

function rowOf(response: XmlElement): GotRow {
  const properties = childrenOf(response, dav('propstat')).flatMap((propstat) =>
    (childOf(propstat, dav('prop'))?.children ?? []).map((property) => ({ property, status: statusOf(propstat) ?? 0 })));
  return {
    href: decodeURIComponent(childOf(response, dav('href'))?.text ?? ''), status: statusOf(response),
    found: new Map(properties.filter(({ status }) => status === 200).map(({ property }) => [property.name, property])),
    statuses: new Map(properties.map(({ property, status }) => [property.name, status])),
  };
}

/** The rows of a multistatus. Throws if the answer is not one. */
export function rowsOf(got: Got): readonly GotRow[] {
  if (got.status !== 207) throw new Error(`Expected 207, got ${got.status}: ${got.text}`);
  return childrenOf(readXml(got.text), dav('response')).map(rowOf);
}

/** Names below DAV:error: the exception, the message, and the precondition if there is one. */
export const errorNames = (got: Got): readonly string[] => readXml(got.text).children.map(({ name }) => name);

const namespaces = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:a="urn:ietf:params:xml:ns:carddav" xmlns:cs="http://calendarserver.org/ns/" xmlns:i="http://apple.com/ns/ical/"';

/** A request body: `xml('d:propfind', '<d:allprop/>')`. */
export const xml = (root: string, inner: string): string => `<?xml version="1.0"?><${root} ${namespaces}>${inner}</${root}>`;

/** PROPFIND for properties written as `d:getetag c:calendar-home-set`. */
export function find(server: Mail2000, path: string, { depth = '0', props, ...sent }: Sent & { readonly depth?: string; readonly props: string }): Promise<Got> {
  const body = xml('d:propfind', `<d:prop>${props.split(' ').map((name) => `<${name}/>`).join('')}</d:prop>`);
  return send(server, 'PROPFIND', path, { ...sent, body, headers: { depth, ...sent.headers } });
}

/** An event as a client would write it; `lines` go after SUMMARY. */
export const event = (uid: string, lines: readonly string[] = ['DTSTART;TZID=Asia/Taipei:20261125T100000', 'DTEND;TZID=Asia/Taipei:20261125T110000']): string => [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', 'BEGIN:VTIMEZONE', 'TZID:Asia/Taipei', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'END:STANDARD', 'END:VTIMEZONE',
  'BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261101T000000Z', 'SUMMARY:會議', ...lines, 'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n');

export const card = (uid: string, lines: readonly string[] = []): string => ['BEGIN:VCARD', 'VERSION:3.0', `UID:${uid}`, 'FN:陳大文', 'N:陳;大文;;;', ...lines, 'END:VCARD', ''].join('\r\n');

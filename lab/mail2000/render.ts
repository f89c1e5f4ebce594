// From a reply to status, headers and text: multistatus and error bodies as SabreDAV prints them.
import { STATUS_CODES } from 'node:http';
import type { Propstat, Reply, Row } from './reply.js';
import type { Quirks } from './quirks.js';
import { dav, sabre } from './xml/names.js';
import { el, formatXml } from './xml/write.js';
import type { Xml } from './xml/write.js';

export interface Rendered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const statusLine = (status: number): Xml => el(dav('status'), `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}`);

const propstatXml = ({ status, properties, error }: Propstat): Xml =>
  el(dav('propstat'), el(dav('prop'), ...properties), statusLine(status), ...(error ? [el(dav('error'), error)] : []));

/** What a server behind a proxy that ends TLS takes for its own address. */
const INNER = 'http://127.0.0.1:8080';

const rowXml = ({ href, propstats, status, error }: Row, quirks: Quirks): Xml => el(
  dav('response'), el(dav('href'), quirks.hrefsAbsolute ? INNER + href : href), ...(propstats?.map(propstatXml) ?? []),
  ...(status === undefined ? [] : [statusLine(status)]), ...(error ? [el(dav('error'), error)] : []),
);

function xmlOf(reply: Reply, quirks: Quirks): Xml | undefined {
  if (reply.multistatus) {
    const { rows, syncToken } = reply.multistatus;
    return el(dav('multistatus'), ...rows.flatMap((row) => (quirks.hrefsTwice ? [row, row] : [row])).map((row) => rowXml(row, quirks)), ...(syncToken === undefined ? [] : [el(dav('sync-token'), syncToken)]));
  }
  if (reply.xml?.name !== dav('error') || quirks.sabreVersion === '') return reply.xml;
  return el(dav('error'), el(sabre('sabredav-version'), quirks.sabreVersion), ...reply.xml.children);
}

export function render(reply: Reply, quirks: Quirks): Rendered {
  const xml = xmlOf(reply, quirks);
  const headers = {
    ...(xml ? { 'content-type': 'application/xml; charset=utf-8' } : {}),
    ...(quirks.sabreVersion === '' ? {} : { 'x-sabre-version': quirks.sabreVersion }),
    ...(quirks.clockSkew === 0 ? {} : { date: new Date(Date.now() + quirks.clockSkew * 1000).toUTCString() }),
    ...(quirks.keepAliveOff ? { connection: 'close' } : {}),
    ...reply.headers,
  };
  return { status: reply.status, headers, body: xml ? formatXml(xml, quirks) : reply.body ?? '' };
}

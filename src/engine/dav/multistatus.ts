// A 207 body as rows (RFC 4918 section 13). Pure: one bad row is one bad row, the others stand.
import { hrefKey, resolveHref } from './hrefs.js';
import { dav } from './names.js';
import type { PropName } from './names.js';
import { childOf, childrenOf, everyElement, parseXml, parseXmlOfRows } from './xml.js';
import type { XmlElement } from './xml.js';

export interface Row {
  /** Path on our origin, as the server spelled it. */
  readonly href: string;
  /** 404 = absent; 507 on the self row = cut off (RFC 6578 section 3.6); null = present, whatever single properties say (reference T3). */
  readonly status: number | null;
  /** Of propstats with a 2xx. */
  readonly props: ReadonlyMap<PropName, XmlElement>;
  /** Properties that were not given, with their status. */
  readonly refused: ReadonlyMap<PropName, number>;
  /** The row's DAV:error, by the name of its first precondition. */
  readonly precondition: string | null;
}

export interface Multistatus {
  /** Without the self row. */
  readonly members: readonly Row[];
  /** The row of the request URL itself; it may stand anywhere, with or without a slash, or not at all. */
  readonly self: Row | null;
  /** Why a response element could not be read; more than none makes a listing incomplete. */
  readonly bad: readonly string[];
  readonly syncToken: string | null;
}

/**
 * @param base URL the request was answered at: hrefs are resolved against it and the self row is told by it.
 * @throws Error when the text is no well-formed DAV:multistatus.
 */
export function parseMultistatus(text: string, base: string): Multistatus {
  const bad: string[] = [];
  const rows = new Map<string, Row>();
  const root = parseXmlOfRows(text, { row: dav('response'), take(response) {
    try {
      for (const row of rowsOf(response, base)) keep(rows, row);
    } catch (cause) {
      bad.push(cause instanceof Error ? cause.message : String(cause));
    }
  } });
  if (root.name !== dav('multistatus')) throw new Error(`XML: ${root.name} where DAV:multistatus was due`);
  const selfKey = hrefKey(resolveHref(base, base));
  const self = rows.get(selfKey) ?? null;
  rows.delete(selfKey);
  return { members: [...rows.values()], self, bad, syncToken: childOf(root, dav('sync-token'))?.text.trim() ?? null };
}

/** Zimbra lists a href twice (vdirsyncer 88); a row that says more wins, the 507 of the self row is never lost. */
function keep(rows: Map<string, Row>, row: Row): void {
  const key = hrefKey(row.href);
  const held = rows.get(key);
  if (held === undefined) rows.set(key, row);
  else rows.set(key, { ...(row.props.size >= held.props.size ? row : held), status: row.status === 507 || held.status === 507 ? 507 : row.status ?? held.status });
}

const NONE_REFUSED: ReadonlyMap<PropName, number> = new Map();

function rowsOf(response: XmlElement, base: string): readonly Row[] {
  const hrefs = childrenOf(response, dav('href')).map((href) => resolveHref(href.text, base));
  if (hrefs.length === 0) throw new Error('response without href');
  const props = new Map<PropName, XmlElement>();
  let refused = NONE_REFUSED;
  for (const propstat of childrenOf(response, dav('propstat'))) {
    const status = statusOf(childOf(propstat, dav('status'))) ?? 200;
    for (const prop of childOf(propstat, dav('prop'))?.children ?? []) {
      if (status >= 200 && status < 300) props.set(prop.name, prop);
      else refused = new Map([...refused, [prop.name, status]]);
    }
  }
  const given = statusOf(childOf(response, dav('status')));
  // "201 Created" in sync rows of SOGo is presence, no error (reference Q20).
  const status = given !== null && given >= 200 && given < 300 ? null : given;
  return hrefs.map((href) => ({ href, status, props, refused, precondition: preconditionIn(childOf(response, dav('error'))) }));
}

/** 'HTTP/1.1 404 Not Found' -> 404; null when there is no element. @throws Error when there is no number in it. */
function statusOf(element: XmlElement | undefined): number | null {
  if (element === undefined) return null;
  const digits = /^\s*HTTP\/[\d.]+\s+(\d{3})\b/i.exec(element.text)?.[1];
  if (digits === undefined) throw new Error(`status line: ${element.text.slice(0, 40)}`);
  return Number(digits);
}

const DIAGNOSTIC = /^\{http:\/\/sabredav\.org\/ns\}/;

const preconditionIn = (error: XmlElement | undefined): string | null =>
  error?.children.find((child) => !DIAGNOSTIC.test(child.name))?.name.replace(/^\{.*\}/, '') ?? null;

export interface DavError {
  /** Local name of the precondition: 'no-uid-conflict', 'need-privileges', 'valid-sync-token' ... */
  readonly precondition: string | null;
  /** The href inside it, where it names one (no-uid-conflict: who has that UID). */
  readonly href: string | null;
}

/** The DAV:error of a refusal (RFC 4918 section 16); all null when the body is anything else. Xandikos wraps it in a 207 (reference Q9). */
export function parseDavError(text: string): DavError {
  try {
    const error = [...everyElement(parseXml(text))].find((element) => element.name === dav('error'));
    const href = error && [...everyElement(error)].find((element) => element.name === dav('href'));
    return { precondition: preconditionIn(error), href: href?.text.trim() ?? null };
  } catch {
    return { precondition: null, href: null };
  }
}

export const textProp = (row: Row, name: PropName): string | null => row.props.get(name)?.text.trim() || null;

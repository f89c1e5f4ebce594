// What one answer says of members: rows that are there, rows that are gone, and the pages of sync-collection (RFC 6578).
import { syncCollectionBody } from '../dav/bodies.js';
import type { DavClient } from '../dav/client.js';
import { hrefKey } from '../dav/hrefs.js';
import { textProp } from '../dav/multistatus.js';
import type { Multistatus, Row } from '../dav/multistatus.js';
import { dav } from '../dav/names.js';
import { M2KError } from '../errors.js';
import { itemId } from '../model/ids.js';
import type { Version } from '../model/ids.js';
import type { Listed } from './side.js';

/** Rows that failed, or could not be read: what the answer lacks is then no proof of anything. */
export const broken = ({ bad, members }: Multistatus): boolean => bad.length > 0 || members.some((row) => row.status !== null && row.status !== 404);

export const isCollection = (row: Row): boolean => row.props.get(dav('resourcetype'))?.children.some((type) => type.name === dav('collection')) ?? false;

export function listedOf(row: Row, version: Version): Listed {
  const component = /component\s*=\s*"?([\w-]+)/i.exec(textProp(row, dav('getcontenttype')) ?? '')?.[1]?.toUpperCase() ?? 'VEVENT';
  const created = Date.parse(textProp(row, dav('creationdate')) ?? '');
  return {
    id: itemId(row.href), version,
    ...(component === 'VEVENT' ? {} : { unusable: `component ${component}` }),
    ...(Number.isNaN(created) ? {} : { created: new Date(created).toISOString() }),
  };
}

export interface Changes {
  /** By href key. */
  readonly present: ReadonlyMap<string, Row>;
  readonly gone: ReadonlySet<string>;
  readonly broken: boolean;
  readonly token: string | null;
}

/** Cyrus pages with 507 on the self row (RFC 6578 section 3.6); a server that never ends is cut short and the listing proves nothing. */
const MOST_PAGES = 200;

export async function changesSince({ client, collection }: { readonly client: DavClient; readonly collection: string }, since: string): Promise<Changes> {
  const present = new Map<string, Row>();
  const gone = new Set<string>();
  let token = since;
  let failed = false;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await client.report(collection, { depth: 0, body: syncCollectionBody(token) });
    // An answer without a token is not one to this report.
    failed ||= broken(answer) || answer.syncToken === null;
    for (const row of answer.members) {
      const key = hrefKey(row.href);
      if (row.status === 404) gone.add(key);
      else if (row.status === null && !isCollection(row)) present.set(key, row);
      // Revoked, then granted again, or deleted and made anew: the later page is right.
      if (row.status === null) gone.delete(key);
      else present.delete(key);
    }
    const more = answer.self?.status === 507 && answer.syncToken !== null && answer.syncToken !== token;
    token = answer.syncToken ?? token;
    if (!more) return { present, gone, broken: failed || answer.self?.status === 507, token };
  }
  return { present, gone, broken: true, token };
}

/** RFC 6578 section 3.2: 403 valid-sync-token; others answer 400, 409, 412, 415 or 5xx (Xandikos, reference Q10): all mean "list everything". */
export const isRefusal = (error: unknown): boolean =>
  error instanceof M2KError && error.data.status !== undefined && (error.code === 'Refused' || error.code === 'Stale' || error.data.reason === 'server-error');

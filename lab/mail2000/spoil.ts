// What a fault does to an answer.
import type { Fault } from './faults.js';
import { decodePath, hrefOf } from './paths.js';
import type { Quirks } from './quirks.js';
import { refuse } from './reply.js';
import type { Multistatus, Reply, Row } from './reply.js';
import { dav } from './xml/names.js';
import { el } from './xml/write.js';
import type { Xml } from './xml/write.js';

const wrong = '"0000wrong0000"';

/** The answer that a fault gives instead. */
export function answerOf({ status, retryAfter, headers, body }: Fault & { readonly kind: 'answer' }): Reply {
  const all = { ...headers, ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }) };
  if (body !== undefined) return { status, headers: all, body };
  return refuse(status, { exception: 'ServiceUnavailable', message: 'Answered by the fault script', headers: all });
}

const wrongIfEtag = (property: Xml): Xml => (property.name === dav('getetag') && property.children.length > 0 ? el(property.name, wrong) : property);

const withWrongEtag = (row: Row): Row => (row.propstats
  ? { ...row, propstats: row.propstats.map((propstat) => ({ ...propstat, properties: propstat.properties.map(wrongIfEtag) })) }
  : row);

/** The position of the row of the named member, or of the first that is not the requested resource itself; -1 if there is none. */
function rowIndex(rows: readonly Row[], path: string, name: string | undefined): number {
  const memberPath = ({ href }: Row): string => (decodePath(href) ?? href).replace(/\/$/, '');
  return rows.findIndex((row) => (name === undefined ? memberPath(row) !== path.replace(/\/$/, '') : memberPath(row).endsWith(`/${name}`)));
}

function spoiledRows(answer: Multistatus, fault: Fault, { path, quirks }: Spoiling): Multistatus {
  switch (fault.kind) {
    case 'emptyMultistatus': return { rows: [] };
    case 'wrongEtag': return { ...answer, rows: answer.rows.map(withWrongEtag) };
    case 'row507': {
      const self: Row = { href: hrefOf(path, quirks), status: 507, error: el(dav('number-of-matches-within-limits')) };
      return { ...answer, rows: [...answer.rows.slice(0, fault.keep ?? answer.rows.length), self] };
    }
    case 'rowError': {
      const index = rowIndex(answer.rows, path, fault.name);
      return { ...answer, rows: answer.rows.map((row, at) => (at === index ? { href: row.href, status: fault.status ?? 500 } : row)) };
    }
    default: return answer;
  }
}

export interface Spoiling {
  readonly path: string;
  readonly quirks: Quirks;
}

/** The answer as the fault leaves it; faults of the connection leave it alone. */
export function spoil(reply: Reply, fault: Fault, spoiling: Spoiling): Reply {
  if (fault.kind === 'answer') return fault.when === 'after' ? answerOf(fault) : reply;
  const etag = fault.kind === 'wrongEtag' && reply.headers?.['etag'] !== undefined ? { headers: { ...reply.headers, etag: wrong } } : {};
  return { ...reply, ...etag, ...(reply.multistatus ? { multistatus: spoiledRows(reply.multistatus, fault, spoiling) } : {}) };
}

// Tokens as SabreDAV writes them; it derives getctag from the sync-token where there is one (since 2.0.4).
import type { Quirks } from '../quirks.js';

const prefix = 'http://sabre.io/ns/sync/';

export const syncTokenOf = (revision: number): string => `${prefix}${revision}`;

/** The revision in a token of ours; undefined for anything else. */
export function revisionOf(token: string): number | undefined {
  const digits = token.startsWith(prefix) ? token.slice(prefix.length) : '';
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}

export const ctagOf = (revision: number, quirks: Pick<Quirks, 'syncCollection'>): string =>
  quirks.syncCollection ? syncTokenOf(revision) : `"${revision}"`;

// Tokens as SabreDAV writes them; it derives getctag from the sync-token where there is one (since 2.0.4).
import type { Quirks } from '../quirks.js';

const prefix = 'http://sabre.io/ns/sync/';

/** Xandikos gives a bare git hash (Q10). */
export const syncTokenOf = (revision: number, quirks: Pick<Quirks, 'tokenBare'>): string => `${quirks.tokenBare ? 'rev-' : prefix}${revision}`;

/** The revision in a token of ours; undefined for anything else. */
export function revisionOf(token: string): number | undefined {
  const digits = token.replace(prefix, '').replace(/^rev-/, '');
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}

export function ctagOf(revision: number, quirks: Pick<Quirks, 'ctag' | 'syncCollection' | 'tokenBare'>): string {
  if (quirks.ctag === 'still') return '"0"';
  return quirks.syncCollection ? syncTokenOf(revision, quirks) : `"${revision}"`;
}

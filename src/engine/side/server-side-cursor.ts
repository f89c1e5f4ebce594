// What the server side asks the core to remember between listings: opaque JSON for everyone else.

import type { ItemId } from '../model/ids.js';

export interface Cursor {
  /** RFC 6578; null when the collection has none. */
  readonly token: string | null;
  readonly ctag: string | null;
  /** Milliseconds: the last listing of every member. */
  readonly fullAt: number;
  /** Owner and creation date of the collection: another value means another collection (rule 15). */
  readonly birth: string;
  /** Ids that were known but not there any more: the core keeps what it may not delete yet, and a later listing of changes alone must not bring it back. */
  readonly gone: readonly ItemId[];
  /** The ctag was seen to stand still while members changed. */
  readonly ctagLies: boolean;
  /** The creation date was seen to move while members stayed: it tells nothing of this collection (Cyrus 3.6.1, address books). */
  readonly birthMoves: boolean;
}

export const formatCursor = (cursor: Cursor): string => JSON.stringify(cursor);

/** Null when it is not ours or of another release: a full listing is always right. */
export function parseCursor(text: string | undefined): Cursor | null {
  try {
    const read = JSON.parse(text ?? '') as Partial<Cursor> | null;
    return read && typeof read.fullAt === 'number' && typeof read.birth === 'string'
      ? { token: read.token ?? null, ctag: read.ctag ?? null, fullAt: read.fullAt, birth: read.birth, gone: read.gone ?? [], ctagLies: read.ctagLies ?? false, birthMoves: read.birthMoves ?? false } : null;
  } catch {
    return null;
  }
}

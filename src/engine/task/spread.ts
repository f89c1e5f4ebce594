// When in its interval a desk syncs: users of one server must not all come at the same second (desk-rules.md 11).
import { createHash } from 'node:crypto';

export interface TaskOwner {
  /** 'S-1-5-21-...-1001' */
  readonly sid: string;
  /** The computer's name for an account of the computer itself: cloned computers have the same SIDs. '' for a domain's account, whose SID is its own. */
  readonly machine: string;
}

/** The fractional parts of its multiples lie as evenly as those of any number (three-distance theorem). */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Seconds after the start of the interval. A hash of the whole SID would spread by chance: of 2,000 desks some second of a quarter of an hour would get
 * over three times its share. Accounts of a domain are numbered one after the other, so that number takes the golden ratio's steps from a hashed start.
 */
export function startOffset({ sid, machine }: TaskOwner, intervalMinutes: number): number {
  const cut = sid.lastIndexOf('-'), number = Number(sid.slice(cut + 1));
  const hash = createHash('sha256').update(`${sid.slice(0, cut)} ${machine.toLowerCase()}`).digest();
  const turn = (hash.readUIntBE(0, 6) / 2 ** 48 + number * GOLDEN) % 1;
  return Math.floor(turn * intervalMinutes * 60);
}

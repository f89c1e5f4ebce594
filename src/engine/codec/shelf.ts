// Octets by what they are: pictures of contacts and files of events. The model holds a hash and a size; the octets lie on a shelf that both
// codecs reach for.
import { createHash } from 'node:crypto';

/** Keeps octets by their SHA-256. What was put there may be gone later: then what it belongs to is left as it is. */
export interface Shelf {
  put(sha256: string, octets: Uint8Array): void;
  take(sha256: string): Uint8Array | undefined;
  /** SHA-256 of what an address gave when it was last asked; undefined: it never was. */
  at(address: string): string | undefined;
  note(address: string, sha256: string): void;
}

/** For as long as it lives. */
export function shelfInMemory(): Shelf {
  const held = new Map<string, Uint8Array>(), given = new Map<string, string>();
  return {
    put: (sha256, octets) => { held.set(sha256, octets); }, take: (sha256) => held.get(sha256),
    at: (address) => given.get(address), note: (address, sha256) => { given.set(address, sha256); },
  };
}

/** Of one picture or file. Larger ones make items unwieldy on every store, and servers refuse them (RFC 4791 section 5.2.5 lets them). */
export const MOST_OCTETS = 5 * 1024 * 1024;

/** Puts the octets on the shelf. Gives their name there. */
export function putOn(shelf: Shelf, octets: Uint8Array): string {
  const sha256 = createHash('sha256').update(octets).digest('hex');
  shelf.put(sha256, octets);
  return sha256;
}

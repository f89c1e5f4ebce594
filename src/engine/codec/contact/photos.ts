// Pictures by what they are. The model holds a picture's hash and size; its octets lie on a shelf that both codecs reach for.
import { createHash } from 'node:crypto';
import type { Photo } from '../../model/contact.js';

/** Keeps octets by their SHA-256. What was put there may be gone later: then the picture is left as it is. */
export interface PhotoShelf {
  put(sha256: string, octets: Uint8Array): void;
  take(sha256: string): Uint8Array | undefined;
  /** SHA-256 of what an address gave when it was last asked; undefined: it never was. */
  at(address: string): string | undefined;
  note(address: string, sha256: string): void;
}

/** For as long as it lives. */
export function photosInMemory(): PhotoShelf {
  const held = new Map<string, Uint8Array>(), given = new Map<string, string>();
  return {
    put: (sha256, octets) => { held.set(sha256, octets); }, take: (sha256) => held.get(sha256),
    at: (address) => given.get(address), note: (address, sha256) => { given.set(address, sha256); },
  };
}

/** Outlook's own limit for pictures is not documented; larger ones make contacts unwieldy on every store, and servers refuse them anyway. */
export const MOST_OCTETS = 5 * 1024 * 1024;

/** First octets of the formats that Outlook's AddPicture takes (OOM 5.4). */
const SIGNATURES: readonly (readonly [Photo['format'], string])[] = [
  ['jpeg', 'ffd8ff'], ['png', '89504e470d0a1a0a'], ['gif', '474946383761'], ['gif', '474946383961'], ['bmp', '424d'], ['tiff', '49492a00'], ['tiff', '4d4d002a'],
];

export function photoOf(octets: Uint8Array): Photo {
  const begins = Buffer.from(octets.subarray(0, 8)).toString('hex');
  const format = SIGNATURES.find(([, signature]) => begins.startsWith(signature))?.[0] ?? 'other';
  return { sha256: createHash('sha256').update(octets).digest('hex'), octets: octets.length, format };
}

/** The picture that these octets are, its octets now on the shelf; null for none. */
export function shelved(shelf: PhotoShelf, octets: Uint8Array): Photo | null {
  if (octets.length === 0) return null;
  const photo = photoOf(octets);
  shelf.put(photo.sha256, octets);
  return photo;
}

// Pictures by what they are: hash, size and format.
import { createHash } from 'node:crypto';
import type { Photo } from '../../model/contact.js';
import { putOn, type Shelf } from '../shelf.js';

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
export function shelved(shelf: Shelf, octets: Uint8Array): Photo | null {
  if (octets.length === 0) return null;
  putOn(shelf, octets);
  return photoOf(octets);
}

// PHOTO (RFC 2426 section 3.1.4, RFC 6350 section 6.2.4): a picture that is in the card, or what the address gave that stands there.
import type { Photo } from '../../model/contact.js';
import type { ContentLine } from '../content-lines/lines.js';
import { photoOf, shelved } from '../contact/photos.js';
import type { Row } from '../row.js';
import type { Shelf } from '../shelf.js';
import { unescapeText } from '../content-lines/text.js';
import { binaryLine, octetsOf } from './binary.js';
import { addLine, linesNamed, removeLine, replaceLine, type Card } from './card.js';
import { encodingOf } from './value.js';
import type { LineToFormat } from '../content-lines/format.js';

export function photoRow(shelf: Shelf): Row<Card, Photo | null> {
  const octetsBy = (line: ContentLine): Uint8Array | null => octetsOf(line) ?? shelf.take(shelf.at(addressIn(line) ?? '') ?? '') ?? null;
  const read = (card: Card): Photo | null => {
    const [octets] = linesNamed(card, 'PHOTO').map(octetsBy).filter((one) => one !== null);
    return octets === undefined ? null : shelved(shelf, octets);
  };
  return {
    read,
    write(card, photo) {
      const lines = linesNamed(card, 'PHOTO');
      const shown = lines.filter((line) => octetsBy(line) !== null);
      if (photo === null) {
        shown.forEach((line) => { removeLine(card, line); });
        return;
      }
      const octets = shelf.take(photo.sha256);
      // A picture that nobody has any more is no reason to lose the rest of the contact.
      if (octets === undefined) return;
      const line = shown[0] ?? lines[0], made = photoLine(card, { group: line?.group ?? '', photo: octets });
      if (line) replaceLine(card, line, made);
      else addLine(card, made);
    },
  };
}

/** Addresses of pictures that nobody has asked for yet. */
export const missingPictures = (card: Card, shelf: Shelf): readonly string[] =>
  linesNamed(card, 'PHOTO').flatMap((line) => addressIn(line) ?? []).filter((address) => shelf.take(shelf.at(address) ?? '') === undefined);

export function keepPicture(shelf: Shelf, address: string, octets: Uint8Array): void {
  const photo = shelved(shelf, octets);
  if (photo !== null) shelf.note(address, photo.sha256);
}

function addressIn(line: ContentLine): string | null {
  const text = unescapeText(line.value).trim();
  return encodingOf(line) === '' && /^https?:\/\/[^\s]+$/i.test(text) ? text : null;
}

function photoLine(card: Card, { group, photo }: { readonly group: string; readonly photo: Uint8Array }): LineToFormat {
  const { format } = photoOf(photo), known = format !== 'other';
  return binaryLine(card, { group, name: 'PHOTO', octets: photo, media: `image/${known ? format : 'x-unknown'}`, types: known ? [format.toUpperCase()] : [] });
}

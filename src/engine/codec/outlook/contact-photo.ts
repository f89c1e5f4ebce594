// A contact's picture (OOM 5.4). Outlook stores other octets than it is given, so the item bears what was given and what became of it.
import type { Photo } from '../../model/contact.js';
import { shelved } from '../contact/photos.js';
import { MOST_OCTETS, type Shelf } from '../shelf.js';
import type { Row } from '../row.js';
import type { ContactItem } from './contact-item.js';

/** User property: SHA-256, size and format of the picture that was written, and the SHA-256 of what Outlook made of it. */
export const SEAL = 'M2KSyncPicture';

/** Names of the attachment: today's, and those of older Outlooks (OOM 5.4). */
export const PICTURE_NAMES: readonly string[] = ['ContactPicture', 'ContactPhoto'];

export function photoRow(shelf: Shelf): Row<ContactItem, Photo | null> {
  return {
    read(item) {
      if (item.picture === undefined || item.picture === null) return null;
      const held = shelved(shelf, Buffer.from(item.picture, 'base64'));
      const sealed = sealIn(item);
      return sealed !== null && sealed.became === held?.sha256 ? sealed.photo : held;
    },
    write(item, photo) {
      if (photo === null) {
        item.steps.push({ do: 'picture', to: null });
        return;
      }
      const octets = shelf.take(photo.sha256);
      // A picture that nobody has any more is no reason to lose the rest of the contact.
      if (octets === undefined) return;
      const text = `${photo.sha256} ${photo.octets} ${photo.format}`;
      item.steps.push({ do: 'picture', to: Buffer.from(octets).toString('base64') }, { do: 'save' }, { do: 'seal', name: SEAL, text, pictures: PICTURE_NAMES });
    },
    narrow: (photo) => (photo === null || photo.format === 'other' || photo.octets > MOST_OCTETS ? null : photo),
  };
}

function sealIn(item: ContactItem): { readonly photo: Photo; readonly became: string } | null {
  const text = item.user?.[SEAL];
  const [, sha256, octets, format, became] = typeof text === 'string' ? /^([0-9a-f]{64}) (\d+) (jpeg|png|gif|bmp|tiff) ([0-9a-f]{64})$/.exec(text) ?? [] : [];
  return sha256 === undefined || became === undefined ? null : { photo: { sha256, octets: Number(octets), format: format as Photo['format'] }, became };
}

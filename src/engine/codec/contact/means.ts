// What the meaning of a contact depends on beside its own text: the same for both sides of a link.
import { emptyDirectory, type Directory } from './directory.js';
import { photosInMemory, type PhotoShelf } from './photos.js';

export interface ContactMeans {
  /** Octets of pictures: what one side reads, the other writes. */
  readonly photos: PhotoShelf;
  /** The cards of the address book: what a list's members are called on the other side. */
  readonly directory: Directory;
}

/** For one run of one address book, or less. */
export const newMeans = (): ContactMeans => ({ photos: photosInMemory(), directory: emptyDirectory() });

// What the meaning of an item depends on beside its own text: the same for both sides of a link.
import { emptyDirectory, type Directory } from './contact/directory.js';
import { shelfInMemory, type Shelf } from './shelf.js';

export interface Means {
  /** Octets of pictures and files: what one side reads, the other writes. */
  readonly files: Shelf;
  /** The cards of the address book: what a list's members are called on the other side. */
  readonly directory: Directory;
}

/** For one run of one collection, or less. */
export const newMeans = (): Means => ({ files: shelfInMemory(), directory: emptyDirectory() });

// A collection among those that a run has seen on the server.
import { collectionId } from '../config/collection-id.js';
import type { Collection } from '../dav/discovery.js';

export const foundIn = (found: readonly Collection[], id: string): Collection | undefined => found.find(({ href }) => collectionId(href) === id);

// The stamp in an Outlook folder: a hidden item of its own (StorageItem), where the store allows one (rules.md 5, 8; object model 2.7).
import { M2KError } from '../errors.js';
import type { FolderRef, HostCall } from '../../ps-host/protocol.js';
import type { Listing, Stamp } from './side.js';

/** With the folder's stamp; without one where the store keeps none. @throws M2KError Busy, Unavailable */
export async function withStamp(call: HostCall, folder: FolderRef, listing: Listing): Promise<Listing> {
  try {
    const { text } = await call('readStamp', { folder });
    return { ...listing, stamp: parsed(text) };
  } catch (error) {
    if (error instanceof M2KError && error.code === 'Refused') return listing;
    throw error;
  }
}

/** @throws M2KError Refused where the store keeps none, Busy, Unavailable */
export async function writeStamp(call: HostCall, folder: FolderRef, { desk, generation, at }: Stamp): Promise<void> {
  await call('writeStamp', { folder, text: JSON.stringify({ desk, generation, at }) });
}

/** What is none of ours is as good as none. */
function parsed(text: string): Stamp | null {
  try {
    const { desk, generation, at } = JSON.parse(text) as Partial<Stamp>;
    return typeof desk === 'string' && typeof generation === 'number' && typeof at === 'string' ? { desk, generation, at } : null;
  } catch {
    return null;
  }
}

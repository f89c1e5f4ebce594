// Which Outlook folder a link gets (design.md 5): the one it had, else one of its names that is free, empty, already ours, or filled by another
// tool from the same collection (desk-rules.md 10).
import { M2KError } from '../errors.js';
import { ensureFolder, folderFacts } from '../side/outlook-folders.js';
import type { FolderFacts, HostCall } from '../../ps-host/protocol.js';
import type { FolderSettings } from '../config/settings.js';
import type { FolderWish, Mailbox } from './parts.js';

interface Means {
  readonly call: HostCall;
  readonly side: Mailbox['side'];
}

const settingsOf = ({ entryId, storeId, name }: FolderFacts): FolderSettings => ({ entryId, storeId, name });

/**
 * A folder that was linked and is gone is never replaced by another (its items would look deleted); nor is the default folder by that of another store.
 * @throws M2KError Unavailable folder-gone, folder-deleted, store-closed, default-folder-changed; Refused no-folder-name when every name is taken by a foreign folder
 */
export async function adoptFolder({ call, side }: Means, { kind, names, link, known, create, filled }: FolderWish): Promise<FolderSettings | null> {
  if (known !== null) {
    const facts = await folderFacts(call, known);
    if (facts.deleted) throw new M2KError('Unavailable', { reason: 'folder-deleted', side: 'outlook', item: link });
    if (names === null && (await ensureFolder(call, kind, { name: null })).entryId !== facts.entryId) throw new M2KError('Unavailable', { reason: 'default-folder-changed', side: 'outlook', item: link });
    return settingsOf(facts);
  }
  if (names === null) return settingsOf(await ensureFolder(call, kind, { name: null }));
  for (const name of names) {
    const there = await existing(call, kind, name);
    if (there === null) return create ? settingsOf(await ensureFolder(call, kind, { name, create: true })) : null;
    if (there.count === 0 || await bearsMark(side, settingsOf(there), { kind, link }) || await filled?.(settingsOf(there)) === true) return settingsOf(there);
  }
  throw new M2KError('Refused', { reason: 'no-folder-name', side: 'outlook', subject: names[0] ?? '' });
}

async function existing(call: HostCall, kind: FolderWish['kind'], name: string): Promise<FolderFacts | null> {
  try {
    return await ensureFolder(call, kind, { name, create: false });
  } catch (error) {
    if (error instanceof M2KError && error.data.reason === 'folder-gone') return null;
    throw error;
  }
}

async function bearsMark(side: Mailbox['side'], folder: FolderSettings, as: Pick<FolderWish, 'kind' | 'link'>): Promise<boolean> {
  const { items } = await side(folder, as).list();
  return items.some((item) => item.mark?.link === as.link);
}

/** The first of these names that no other folder beside it has and that Outlook takes; null for none. @throws M2KError Busy, Unavailable */
export async function renameFolder(call: HostCall, { folder: { entryId, storeId }, names }: { readonly folder: FolderSettings; readonly names: readonly string[] }): Promise<FolderSettings | null> {
  for (const name of names) {
    try {
      return settingsOf(await call('renameFolder', { entryId, storeId, name }));
    } catch (error) {
      if (!(error instanceof M2KError) || (error.code !== 'Refused' && error.code !== 'AlreadyThere')) throw error;
    }
  }
  return null;
}

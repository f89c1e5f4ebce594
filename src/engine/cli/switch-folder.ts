// The default-folder option was switched (rules.md 23): what belongs to the link moves to its other folder, before the link is looked at. The intent is
// in the settings until all has moved; a run that was killed half-way is gone on with, for an item that is not where it was is followed by its mark.
import type { CollectionSettings, FolderSettings } from '../config/settings.js';
import { M2KError } from '../errors.js';
import { itemId, UNKNOWN_VERSION } from '../model/ids.js';
import type { ItemId, Kind } from '../model/ids.js';
import type { Base, Store } from '../state/state.js';
import type { CommandContext } from './command-context.js';
import type { Mailbox } from './parts.js';

interface Switch {
  readonly id: string;
  /** As it was before this run found its folder. */
  readonly collection: CollectionSettings;
  /** Where the items belong now. */
  readonly folder: FolderSettings;
  readonly mailbox: Mailbox;
  readonly store: Store;
}

/** @throws M2KError of the mailbox that concerns more than one item */
export async function finishSwitch(context: CommandContext, { id, collection, folder, mailbox, store }: Switch): Promise<void> {
  const at = new Date(context.parts.clock.now()).toISOString(), left: FolderSettings[] = [];
  // Off: what the user made in Outlook, or had there before, stays in the default folder; the server keeps its copy.
  const stays = ({ origin }: Base): boolean => !collection.defaultFolder && origin !== 'server';
  seenAnew(store, id);
  for (const from of (collection.movingFrom ?? []).filter(({ entryId }) => entryId !== folder.entryId)) {
    const there = await idsIn(mailbox, from, { kind: collection.kind, link: id });
    for (const base of store.bases(id, collection.kind).filter(({ outlook, putAway }) => putAway !== true && there.has(outlook.id))) {
      const next = stays(base) ? { ...base, putAway: true } : await moved(base, { mailbox, from, to: folder });
      if (next === null) { if (!left.some(({ entryId }) => entryId === from.entryId)) left.push(from); }
      else store.settle(id, { intent: null, pairing: base.pairing, base: next, at });
    }
  }
  context.settings.change((now) => {
    const current = now.collections[id];
    return current === undefined ? now : { ...now, collections: { ...now.collections, [id]: { ...current, movingFrom: left } } };
  });
}

async function idsIn(mailbox: Mailbox, folder: FolderSettings, as: { readonly kind: Kind; readonly link: string }): Promise<ReadonlySet<ItemId>> {
  try {
    return new Set((await mailbox.side(folder, as).list()).items.map((item) => item.id));
  } catch (error) {
    // It was deleted meanwhile: what was in it is looked for as anything else that is missing.
    if (error instanceof M2KError && error.data.reason === 'folder-gone') return new Set();
    throw error;
  }
}

/** null: not now (open and unsaved, refused); the next run tries again. */
async function moved(base: Base, { mailbox, from, to }: { readonly mailbox: Mailbox; readonly from: FolderSettings; readonly to: FolderSettings }): Promise<Base | null> {
  try {
    const id = await mailbox.moveItem({ from, id: base.outlook.id, to });
    return id === null ? base : { ...base, outlook: { ...base.outlook, id: itemId(id), version: UNKNOWN_VERSION } };
  } catch (error) {
    if (error instanceof M2KError && (error.code === 'Refused' || error.data.reason === 'open-unsaved')) return null;
    throw error;
  }
}

/** What else is in the other folder is no stray, and is shown before it goes to the server (rules.md 9, 19). */
function seenAnew(store: Store, link: string): void {
  const memory = store.memory(link);
  if (memory !== undefined) store.remember(link, { ...memory, accepted: false, rules: '', cursors: memory.cursors.server === undefined ? {} : { server: memory.cursors.server } });
}

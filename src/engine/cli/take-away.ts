// What sync brought to Outlook goes with its link, where the user wants it so (mission M2): items from the server that nobody changed in Outlook since.
// Each is kept in the undo store and lies in Deleted Items; the link's state is forgotten, so that nobody takes their absence for deletions.
import type { Settings } from '../config/settings.js';
import type { Kind } from '../model/ids.js';
import { titleOf } from '../model/title.js';
import type { Found } from '../side/side.js';
import { openStore } from '../state/store.js';
import type { Base } from '../state/state.js';
import { takeLock } from '../state/lock.js';
import type { Action } from '../sync/action.js';
import { apply, isOfItem } from '../sync/apply.js';
import type { Hands } from '../sync/apply.js';
import { editedFields, filled } from '../sync/expected.js';
import type { CommandContext } from './command-context.js';
import { linkRules } from './link-rules.js';
import { outlookOf } from './links.js';
import { openMailbox } from './open-mailbox.js';
import { shelfFiles } from './shelf-files.js';
import { shelfFolder } from '../config/profile.js';
import { plannedFolder } from './planned-folder.js';

export interface TakenAway {
  readonly removed: number;
  /** Changed or made in Outlook, or not to be had now. */
  readonly kept: number;
}

/** Starts Outlook where it must. @throws M2KError LockHeld, Unavailable, ... */
export async function takeAway(context: CommandContext, id: string, settings: Settings): Promise<TakenAway> {
  const { profile, parts } = context, collection = settings.collections[id];
  if (collection === undefined || collection.folder === null) return { removed: 0, kept: 0 };
  const lock = takeLock(profile);
  try {
    const desk = await parts.openDesk(profile), store = openStore(profile);
    try {
      const mailbox = await openMailbox(context, desk, { mayStart: true });
      const outlook = outlookOf(context, { id, collection, settings, folder: collection.folder }, { mailbox, store, files: shelfFiles(shelfFolder(profile)) });
      const link = { id, kind: collection.kind, title: collection.name, rules: linkRules(collection), outlook, server: plannedFolder(collection.kind) };
      const taken = await removed({ link, store, clock: parts.clock, newId: parts.newId, run: new Date(parts.clock.now()).toISOString() });
      store.forget(id);
      return taken;
    } finally {
      store.close();
      await desk.close();
    }
  } finally {
    lock.release();
  }
}

async function removed(hands: Hands<Kind>): Promise<TakenAway> {
  const { link, store } = hands, listed = (await link.outlook.list()).items, byId = new Map(store.bases(link.id, link.kind).map((base) => [base.outlook.id, base]));
  let count = 0;
  for await (const row of link.outlook.fetch(listed.map(({ id }) => id).filter((id) => byId.get(id)?.origin === 'server'))) {
    const base = row.ok ? byId.get(row.item.id) : undefined;
    if (!row.ok || base === undefined || editedFields(base, link.outlook, row.item.fields).size > 0) continue;
    try {
      await apply(deletion(base, row.item), hands);
      count += 1;
    } catch (error) {
      if (!isOfItem(error)) throw error;
    }
  }
  return { removed: count, kept: listed.length - count };
}

const deletion = (base: Base, found: Found<Kind>): Action => ({
  kind: 'write', cell: 'unlinked', base, uid: base.uid, title: titleOf(base.kind, found.fields), intent: null, agreed: filled(base.kind, base.fields), losers: [], outlook: null, server: null, mark: null,
  writes: [{ side: 'outlook', kind: 'delete', ref: { id: found.id, version: found.version }, fields: [], before: found }],
});


// The names of a collection and of its Outlook folder (mission M13, design.md 5): a personal calendar is renamed either way, every other folder follows
// the server, and Outlook's default folder keeps its name. What both last agreed on stands in the settings: `folder.name` and `folder.of`.
import type { CollectionSettings, FolderSettings } from '../config/settings.js';
import type { Collection } from '../dav/discovery.js';
import { M2KError } from '../errors.js';
import type { SideName } from '../model/ids.js';
import type { ItemOutcome } from '../sync/outcome.js';
import { directionOf } from './collection-views.js';
import type { Mailbox } from './parts.js';
import type { Server } from './server.js';

export interface Naming {
  readonly id: string;
  /** With the folder as it was agreed on. */
  readonly collection: CollectionSettings;
  /** As this run saw it on the server. */
  readonly found: Collection | undefined;
  /** As Outlook has it now. */
  readonly folder: FolderSettings;
  /** What the folder may be called after the collection, best first; null for the default folder. */
  readonly names: readonly string[] | null;
}

interface Rename {
  readonly side: SideName;
  readonly from: string;
  /** Best first. */
  readonly to: readonly string[];
}

/** Pure. Null: there is nothing to rename. Both renamed: by the collection's policy; names bear no time, so that `newer` is the server. */
export function renameIn({ collection, found, folder, names }: Naming): Rename | null {
  const before = collection.folder, { name } = collection;
  if (names === null || found === undefined || before?.of === undefined || before.entryId !== folder.entryId) return null;
  const here = folder.name !== before.name, there = name !== before.of;
  if ((!here && !there) || folder.name === name || (there && names.includes(folder.name))) return null;
  const eitherWay = collection.kind === 'event' && collection.scope === 'personal' && directionOf(collection) === 'both' && found.rights.rename !== false;
  if (here && eitherWay && (!there || collection.clash === 'outlook')) return { side: 'server', from: name, to: [folder.name] };
  return { side: 'outlook', from: folder.name, to: there ? names : [before.name, ...names] };
}

export interface Named {
  readonly folder: FolderSettings;
  readonly name: string;
  readonly outcome: ItemOutcome | null;
}

interface Means {
  readonly mailbox: Pick<Mailbox, 'renameFolder'>;
  readonly server: Pick<Server, 'rename'>;
  readonly whatIf: boolean;
}

/** A name that is refused is told once; the two then differ until somebody renames again. What fails otherwise is tried again. @throws M2KError that ends the run */
export async function agreeOnNames(naming: Naming, { mailbox, server, whatIf }: Means): Promise<Named> {
  const { collection: { name, href, folder: before }, found, folder } = naming, rename = renameIn(naming);
  const agreed = (at: FolderSettings, of: string, outcome: ItemOutcome | null): Named => ({ folder: { ...at, of }, name: of, outcome });
  if (rename === null) return found === undefined && before?.of === undefined ? { folder, name, outcome: null } : agreed(folder, found === undefined ? before?.of ?? name : name, null);
  if (whatIf) return { folder, name, outcome: outcomeOf(naming, rename, { result: 'planned' }) };
  if (rename.side === 'outlook') {
    const renamed = await mailbox.renameFolder({ folder, names: rename.to });
    if (renamed === null) return agreed(folder, name, outcomeOf(naming, rename, { result: 'failed', code: 'Refused', reason: 'folder-name' }));
    return agreed(renamed, name, outcomeOf(naming, { ...rename, to: [renamed.name] }, { result: 'done' }));
  }
  try {
    await server.rename(href, folder.name);
    return agreed(folder, folder.name, outcomeOf(naming, rename, { result: 'done' }));
  } catch (error) {
    if (!(error instanceof M2KError) || error.code === 'Unauthorized' || error.code === 'Cancelled') throw error;
    const failed = outcomeOf(naming, rename, { result: 'failed', code: 'Refused', reason: 'collection-name' });
    return error.code === 'Refused' ? agreed(folder, name, failed) : { folder: before ?? folder, name, outcome: failed };
  }
}

const outcomeOf = ({ id, collection: { kind } }: Naming, { side, from, to }: Rename, end: Pick<ItemOutcome, 'result' | 'code' | 'reason'>): ItemOutcome => ({
  link: id, kind, uid: null, title: from, cell: 'rename', lost: [], ...end, ...(end.result === 'failed' ? { side, detail: to[0] ?? '' } : {}),
  writes: [{ side, kind: 'update', fields: ['name'], changes: [{ field: 'name', from, to: to[0] ?? '' }] }],
});

// The links of a run: for each collection that is on, its Outlook folder and its server collection as sides, and the rules between them.
import { emptyDirectory } from '../codec/contact/directory.js';
import type { Means } from '../codec/means.js';
import type { Shelf } from '../codec/shelf.js';
import type { CollectionSettings, FolderSettings, Settings } from '../config/settings.js';
import type { Collection } from '../dav/discovery.js';
import type { Kind } from '../model/ids.js';
import { M2KError } from '../errors.js';
import { mergedSide, type MergedPart } from '../side/merged-side.js';
import type { Side } from '../side/side.js';
import { stopOf } from '../sync/describe.js';
import type { Link } from '../sync/link.js';
import type { ItemOutcome, LinkOutcome } from '../sync/outcome.js';
import { accountOf } from './account.js';
import { assertNoActiveSync } from './rivals.js';
import type { CommandContext } from './command-context.js';
import { wasFilledFrom } from './filled-before.js';
import { mayOnlyRead } from './collection-views.js';
import type { Store } from '../state/state.js';
import { finishSwitch } from './switch-folder.js';
import { agreeOnNames } from './rename-folder.js';
import { folderNames } from './folder-names.js';
import { linkRules } from './link-rules.js';
import { appointmentOptions } from './appointment-options.js';
import type { Mailbox } from './parts.js';
import { hiddenOn, withVeils } from './veils.js';
import { knownSeries } from './known-series.js';
import { plannedFolder } from './planned-folder.js';
import type { Server } from './server.js';
import { foundIn } from './found-in.js';

export interface Ends {
  readonly mailbox: Mailbox;
  readonly server: Server;
  readonly found: readonly Collection[];
  readonly store: Store;
  readonly files: Shelf;
}

export const enabledIn = (settings: Settings): readonly (readonly [string, CollectionSettings])[] =>
  Object.entries(settings.collections).filter(([, { enabled }]) => enabled);

export interface Links {
  readonly links: readonly Link[];
  /** Collections whose Outlook folder cannot be had, as outcomes: the others go on without them. */
  readonly failed: readonly LinkOutcome[];
  /** By link. */
  readonly folders: ReadonlyMap<string, FolderSettings>;
  /** Folders and collections that were given another name, or would be. */
  readonly renamed: readonly ItemOutcome[];
}

/** What shares one folder and one link: a collection alone, or all company books that are merged. */
interface Group {
  readonly id: string;
  readonly members: readonly (readonly [string, CollectionSettings])[];
}

/** The link of merged books. No collection has such an id. */
const MERGED = 'merged';

function groupsOf(enabled: readonly (readonly [string, CollectionSettings])[]): readonly Group[] {
  const isMerged = ([, collection]: readonly [string, CollectionSettings]): boolean => collection.merged === true && mayOnlyRead(collection);
  const merged = enabled.filter(isMerged);
  const alone = enabled.filter((one) => !isMerged(one)).map((one): Group => ({ id: one[0], members: [one] }));
  return merged.length === 0 ? alone : [...alone, { id: MERGED, members: merged }];
}

/** Folders are made here, before the run, unless it is a plan. @throws M2KError of the mailbox that concerns more than one folder */
export async function linksOf(context: CommandContext, ends: Ends, options: { readonly settings: Settings; readonly whatIf: boolean }): Promise<Links> {
  const links: Link[] = [];
  const failed: LinkOutcome[] = [];
  const renamed: ItemOutcome[] = [], folders = new Map<string, FolderSettings>();
  for (const { id, members } of groupsOf(enabledIn(options.settings))) {
    const [[, collection]] = members as [readonly [string, CollectionSettings]];
    const title = id === MERGED ? context.words.say('folder.companyBooks') : collection.name;
    try {
      // A plan of a switch that is not done yet shows the folder where the items still are (rules.md 23).
      const [before] = options.whatIf ? collection.movingFrom ?? [] : [];
      assertNoActiveSync(ends.mailbox.activeSync, { scope: collection.scope, address: accountOf(options.settings).address, storeId: before?.storeId ?? collection.folder?.storeId ?? null });
      const names = folderNames(id === MERGED ? { ...collection, name: title, defaultFolder: false } : collection, context.words);
      const there = await ends.mailbox.ensureFolder({
        kind: collection.kind, names: before === undefined ? names : [], link: id,
        known: before ?? members.map(([, { folder: known }]) => known).find((known) => known !== null) ?? null, create: !options.whatIf,
        ...(id === MERGED ? {} : { filled: (folder) => filledBefore(context, { id, collection, settings: options.settings, folder }, ends) }),
      });
      const named = there === null || id === MERGED ? null : await agreeOnNames({ id, collection, found: foundIn(ends.found, id), folder: there, names: before === undefined ? names : null }, { ...ends, whatIf: options.whatIf });
      if (named !== null && named.outcome !== null) renamed.push(named.outcome);
      const folder = named?.folder ?? there;
      if (folder !== null) folders.set(id, folder);
      if (folder !== null && !options.whatIf) {
        for (const [member] of members) noteFolder(context, member, { folder, ...(named === null ? {} : { name: named.name }) });
        if (id !== MERGED && (collection.movingFrom ?? []).length > 0) await finishSwitch(context, { id, collection, folder, ...ends });
      }
      links.push(id === MERGED ? mergedLink(title, members, { ...ends, folder }) : linkOf(context, { id, collection, settings: options.settings }, { ...ends, folder }));
    } catch (error) {
      if (!isOfThisFolder(error)) throw error;
      failed.push({ link: id, kind: collection.kind, title, listed: { outlook: null, server: null }, paired: 0, putAway: 0, items: [], stopped: [stopOf(error)] });
    }
  }
  return { links, failed, renamed, folders };
}

const NO_FOLDER: ReadonlySet<string> = new Set(['folder-gone', 'folder-deleted', 'store-closed', 'default-folder-changed']);
const isOfThisFolder = (error: unknown): boolean => error instanceof M2KError && (error.code === 'Refused' || NO_FOLDER.has(error.data.reason ?? ''));

interface Joined {
  readonly id: string;
  readonly collection: CollectionSettings;
  readonly settings: Settings;
}

function linkOf(context: CommandContext, joined: Joined, ends: Ends & { readonly folder: FolderSettings | null }): Link {
  const { id, collection } = joined, { folder, server } = ends, found = foundIn(ends.found, id), means = meansOf(id, ends);
  const link = <K extends Kind>(kind: K): Link<K> => ({
    id, kind, title: collection.name, rules: linkRules(found === undefined ? unproven(collection) : collection), server: server.side({ href: collection.href, kind, means }, found),
    outlook: folder === null ? plannedFolder(kind) : outlookOf(context, { ...joined, folder }, { ...ends, means }) as unknown as Side<K>,
  });
  if (collection.kind === 'contact') return link('contact') as unknown as Link;
  const events = link('event');
  return { ...events, server: withVeils(events.server, 'server', { ...collection, busy: context.words.say('meeting.busy') }) } as unknown as Link;
}

const filledBefore = async (context: CommandContext, joined: Joined & { readonly folder: FolderSettings }, ends: Ends): Promise<boolean> => {
  const { id, collection: { href, kind } } = joined, means = meansOf(id, ends);
  return wasFilledFrom(kind, { outlook: outlookOf(context, joined, { ...ends, means }), server: ends.server.side({ href, kind, means }, foundIn(ends.found, id)) });
};

/** The Outlook side of a collection that has a folder of its own, as the user wants items to be shown in it. */
export function outlookOf(context: CommandContext, { id, collection, settings, folder }: Joined & { readonly folder: FolderSettings }, ends: Pick<Ends, 'mailbox' | 'store' | 'files'> & { readonly means?: Means }): Side<Kind> {
  const { means = meansOf(id, ends), mailbox, store } = ends, appointments = appointmentOptions(context, settings, collection), hiding = { ...collection, busy: context.words.say('meeting.busy') };
  if (collection.kind === 'contact') return mailbox.side(folder, { kind: 'contact', link: id, means }) as unknown as Side<Kind>;
  const side = mailbox.side(folder, {
    kind: 'event', link: id, means, appointments, series: () => knownSeries(store, id, hiddenOn('outlook', hiding)), seriesOf: (other) => knownSeries(store, other, {}), ...(collection.birthdays === true ? { personal: 'listed' } : {}),
  });
  return withVeils(side, 'outlook', hiding) as unknown as Side<Kind>;
}

function mergedLink(title: string, members: Group['members'], ends: Ends & { readonly folder: FolderSettings | null }): Link {
  const means = meansOf(MERGED, ends), [[, collection]] = members as [readonly [string, CollectionSettings]];
  const parts = members.map(([id, { href }]): MergedPart => ({ href, side: ends.server.side({ href, kind: 'contact', means }, foundIn(ends.found, id)) }));
  const people = ends.store.bases(MERGED, 'contact').map(({ uid, server, fields }) => ({ id: server.id, uid, emails: fields.emails ?? [] }));
  const link: Link<'contact'> = {
    id: MERGED, kind: 'contact', title, rules: linkRules(collection),
    outlook: ends.folder === null ? plannedFolder('contact') : ends.mailbox.side(ends.folder, { kind: 'contact', link: MERGED, means }),
    server: mergedSide(parts, people),
  };
  return link as unknown as Link;
}

/** Cards that did not change are not read again: the book begins as it was agreed. */
function meansOf(link: string, { store, files }: Pick<Ends, 'store' | 'files'>): Means {
  const directory = emptyDirectory();
  for (const { uid, fields } of store.bases(link, 'contact')) {
    const { kind = 'person', name, emails = [], company = '' } = fields;
    if (name !== undefined) directory.learn(uid, { kind, name, emails, company });
  }
  return { files, directory };
}

/** What this run did not see is no proof that a right is missing (rules.md 22). */
const unproven = (collection: CollectionSettings): CollectionSettings => {
  const { add, change, remove } = collection.rights;
  return { ...collection, rights: { add: add || null, change: change || null, remove: remove || null } };
};

/** A collection that was switched off or disconnected meanwhile is not brought back. */
function noteFolder({ settings }: CommandContext, id: string, { folder, ...name }: { readonly folder: FolderSettings; readonly name?: string }): void {
  const before = settings.read().collections[id]?.folder;
  if (before?.entryId === folder.entryId && before.name === folder.name && before.of === folder.of) return;
  settings.change((now) => (now.collections[id] === undefined ? now : { ...now, collections: { ...now.collections, [id]: { ...now.collections[id], ...name, folder } } }));
}

// The links of a run: for each collection that is on, its Outlook folder and its server collection as sides, and the rules between them.
import { emptyDirectory } from '../codec/contact/directory.js';
import type { Means } from '../codec/means.js';
import type { Shelf } from '../codec/shelf.js';
import type { CollectionSettings, FolderSettings, Settings } from '../config/settings.js';
import type { Collection } from '../dav/discovery.js';
import type { Kind } from '../model/ids.js';
import { M2KError } from '../errors.js';
import { mergedSide, type MergedPart } from '../side/merged-side.js';
import { stopOf } from '../sync/describe.js';
import type { Link } from '../sync/link.js';
import type { LinkOutcome } from '../sync/outcome.js';
import type { CommandContext } from './command-context.js';
import { mayOnlyRead } from './collection-views.js';
import type { Store } from '../state/state.js';
import { finishSwitch } from './switch-folder.js';
import { folderNames } from './folder-names.js';
import { linkRules } from './link-rules.js';
import { appointmentOptions } from './appointment-options.js';
import type { AppointmentOptions, Mailbox } from './parts.js';
import { withVeils } from './veils.js';
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
  for (const { id, members } of groupsOf(enabledIn(options.settings))) {
    const [[, collection]] = members as [readonly [string, CollectionSettings]];
    const title = id === MERGED ? context.words.say('folder.companyBooks') : collection.name;
    try {
      // A plan of a switch that is not done yet shows the folder where the items still are (rules.md 23).
      const [before] = options.whatIf ? collection.movingFrom ?? [] : [];
      const folder = await ends.mailbox.ensureFolder({
        kind: collection.kind, names: folderNames(id === MERGED ? { ...collection, name: title, defaultFolder: false } : collection, context.words), link: id,
        known: before ?? members.map(([, { folder: known }]) => known).find((known) => known !== null) ?? null, create: !options.whatIf,
      });
      if (folder !== null && !options.whatIf) {
        for (const [member] of members) noteFolder(context, member, folder);
        if (id !== MERGED && (collection.movingFrom ?? []).length > 0) await finishSwitch(context, { id, collection, folder, ...ends });
      }
      const appointments = appointmentOptions(context, options.settings, collection), busy = context.words.say('meeting.busy');
      links.push(id === MERGED ? mergedLink(title, members, { ...ends, folder }) : linkOf(id, collection, { ...ends, folder, appointments, busy }));
    } catch (error) {
      if (!isOfThisFolder(error)) throw error;
      failed.push({ link: id, kind: collection.kind, title, listed: { outlook: null, server: null }, paired: 0, putAway: 0, items: [], stopped: [stopOf(error)] });
    }
  }
  return { links, failed };
}

const isOfThisFolder = (error: unknown): boolean => error instanceof M2KError && (error.code === 'Refused' || error.data.reason === 'folder-gone' || error.data.reason === 'folder-deleted');

function linkOf(id: string, collection: CollectionSettings, ends: Ends & { readonly folder: FolderSettings | null; readonly appointments: AppointmentOptions; readonly busy: string }): Link {
  const found = foundIn(ends.found, id), means = meansOf(id, ends);
  const link = <K extends Kind>(kind: K): Link<K> => ({
    id, kind, title: collection.name, rules: linkRules(found === undefined ? unproven(collection) : collection),
    outlook: ends.folder === null ? plannedFolder(kind)
      : ends.mailbox.side(ends.folder, { kind, link: id, means, appointments: ends.appointments, ...(collection.birthdays === true ? { personal: 'listed' } : {}) }),
    server: ends.server.side({ href: collection.href, kind, means }, found),
  });
  if (collection.kind === 'contact') return link('contact') as unknown as Link;
  const events = link('event'), hiding = { ...collection, busy: ends.busy };
  return { ...events, outlook: withVeils(events.outlook, 'outlook', hiding), server: withVeils(events.server, 'server', hiding) } as unknown as Link;
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
function noteFolder({ settings }: CommandContext, id: string, folder: FolderSettings): void {
  const before = settings.read().collections[id];
  if (before === undefined || (before.folder?.entryId === folder.entryId && before.folder.name === folder.name)) return;
  settings.change((now) => (now.collections[id] === undefined ? now : { ...now, collections: { ...now.collections, [id]: { ...now.collections[id], folder } } }));
}

// `select`: switches one collection on or off, and sets how it is synced (mission M2-M5, M14).
import { assertChoosable } from '../../config/policy.js';
import type { CollectionSettings, Settings } from '../../config/settings.js';
import { M2KError } from '../../errors.js';
import { takeLock } from '../../state/lock.js';
import { openStore } from '../../state/store.js';
import { EXIT } from '../../sync/outcome.js';
import { accountOf } from '../account.js';
import { seenPolicy } from '../policy-values.js';
import { collectionView, mayOnlyRead } from '../collection-views.js';
import { takeAway } from '../take-away.js';
import type { Command, CommandContext, RequestFor } from '../command-context.js';

export const select: Command<'select'> = async (context, request) => {
  const now = context.settings.read(), before = now.collections[request.collection];
  if (request.removeItems === true) {
    if (request.enabled !== false || before?.merged === true) throw new M2KError('Settings', { reason: 'remove-only-off' });
    context.tell({ t: 'warning', id: 'M2K.TakenAway', text: context.words.say('warning.takenAway', { ...await takeAway(context, request.collection, now) }) });
  }
  if (request.relink === true || (before !== undefined && isRejoined(before, request))) forget(context, request.collection);
  const values = seenPolicy(context.root);
  const settings = context.settings.change((now) => {
    accountOf(now);
    const after = chosen(now, request);
    // The run lays policy over what is chosen anyway; who chooses is told now.
    if (DECIDABLE.some((key) => request[key] !== undefined)) assertChoosable(after, values);
    return { ...now, collections: { ...now.collections, [request.collection]: after } };
  });
  const collection = settings.collections[request.collection];
  if (collection === undefined) throw new Error('a collection that was just written is not there');
  if (request.direction === 'both' && mayOnlyRead(collection)) {
    context.tell({ t: 'warning', id: 'M2K.DirectionFixed', text: `${collection.name}: ${context.words.say('fixed.no-rights')}` });
  }
  return { value: { collection: collectionView(request.collection, collection, values) }, exitCode: EXIT.inStep };
};

const DECIDABLE = ['enabled', 'direction', 'attendees', 'busyOnly'] as const;

/** Merged or apart, it is another link than it was. */
const isRejoined = (before: CollectionSettings, { merged }: RequestFor<'select'>): boolean => merged !== undefined && merged !== (before.merged === true);

function chosen(settings: Settings, request: RequestFor<'select'>): CollectionSettings {
  const before = settings.collections[request.collection];
  if (before === undefined) {
    throw new M2KError('Settings', { reason: 'no-such-collection', item: request.collection, allowed: Object.keys(settings.collections).join(', ') });
  }
  const { enabled, direction, clash, attendees, busyOnly, reminders, pastDays, futureDays, birthdays, merged = before.merged === true, defaultFolder = before.defaultFolder } = request;
  const choices = Object.fromEntries(Object.entries({ enabled, direction, clash, attendees, busyOnly, reminders, pastDays, futureDays, birthdays }).filter(([, value]) => value !== undefined));
  if (merged && !(before.kind === 'contact' && mayOnlyRead(before))) throw new M2KError('Settings', { reason: 'merged-company-only', subject: before.name });
  if (defaultFolder && !before.defaultFolder) mayHaveDefaultFolder(settings, before);
  return {
    ...before, ...choices,
    ...(merged || before.merged !== undefined ? { merged } : {}), defaultFolder,
    ...folderAfter(before, { defaultFolder, relink: request.relink === true || isRejoined(before, request) }),
  };
}

/**
 * Switched off, the folder stays joined, so that switching on again goes on where it was. Another default-folder choice is an intent: the next run moves
 * what belongs there (rules.md 23). Joined anew, what was known of the folder before is forgotten.
 */
function folderAfter(before: CollectionSettings, { defaultFolder, relink }: { readonly defaultFolder: boolean; readonly relink: boolean }): Pick<CollectionSettings, 'folder' | 'movingFrom'> {
  if (relink) return { folder: null, movingFrom: [] };
  if (defaultFolder === before.defaultFolder) return { folder: before.folder };
  return { folder: null, movingFrom: [...(before.movingFrom ?? []), ...(before.folder === null ? [] : [before.folder])] };
}

/** What was known of the link goes: the next run pairs by identifier and deletes nothing. @throws M2KError LockHeld */
function forget({ profile }: CommandContext, link: string): void {
  const lock = takeLock(profile);
  try {
    const store = openStore(profile);
    try {
      store.forget(link);
    } finally {
      store.close();
    }
  } finally {
    lock.release();
  }
}

function mayHaveDefaultFolder(settings: Settings, collection: CollectionSettings): void {
  if (collection.scope !== 'personal') throw new M2KError('Settings', { reason: 'default-folder-personal-only', subject: collection.name });
  const holder = Object.values(settings.collections).find((other) => other.kind === collection.kind && other.defaultFolder);
  if (holder) throw new M2KError('Settings', { reason: 'default-folder-taken', subject: holder.name });
}

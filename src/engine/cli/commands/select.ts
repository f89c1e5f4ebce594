// `select`: switches one collection on or off, and sets how it is synced (mission M2-M5, M14).
import type { CollectionSettings, Settings } from '../../config/settings.js';
import { M2KError } from '../../errors.js';
import { EXIT } from '../../sync/outcome.js';
import { accountOf } from '../account.js';
import { collectionView, mayOnlyRead } from '../collection-views.js';
import type { Command, RequestFor } from '../command-context.js';

export const select: Command<'select'> = (context, request) => {
  const settings = context.settings.change((now) => {
    accountOf(now);
    return { ...now, collections: { ...now.collections, [request.collection]: chosen(now, request) } };
  });
  const collection = settings.collections[request.collection];
  if (collection === undefined) throw new Error('a collection that was just written is not there');
  if (request.direction === 'both' && mayOnlyRead(collection)) {
    context.tell({ t: 'warning', id: 'M2K.DirectionFixed', text: `${collection.name}: ${context.words.say('fixed.no-rights')}` });
  }
  return Promise.resolve({ value: { collection: collectionView(request.collection, collection) }, exitCode: EXIT.inStep });
};

function chosen(settings: Settings, request: RequestFor<'select'>): CollectionSettings {
  const before = settings.collections[request.collection];
  if (before === undefined) {
    throw new M2KError('Settings', { reason: 'no-such-collection', item: request.collection, allowed: Object.keys(settings.collections).join(', ') });
  }
  const { enabled, direction, clash, birthdays, merged = before.merged === true, defaultFolder = before.defaultFolder } = request;
  if (merged && !(before.kind === 'contact' && mayOnlyRead(before))) throw new M2KError('Settings', { reason: 'merged-company-only', subject: before.name });
  if (defaultFolder && !before.defaultFolder) mayHaveDefaultFolder(settings, before);
  return {
    ...before,
    ...(enabled === undefined ? {} : { enabled }), ...(direction === undefined ? {} : { direction }), ...(clash === undefined ? {} : { clash }),
    ...(birthdays === undefined ? {} : { birthdays }), ...(merged || before.merged !== undefined ? { merged } : {}), defaultFolder,
    // Another folder from the next run on; the one before stays in Outlook as it is (rules.md 23). So too when it is switched off, then on again.
    folder: defaultFolder === before.defaultFolder && merged === (before.merged === true) && enabled !== false ? before.folder : null,
  };
}

function mayHaveDefaultFolder(settings: Settings, collection: CollectionSettings): void {
  if (collection.scope !== 'personal') throw new M2KError('Settings', { reason: 'default-folder-personal-only', subject: collection.name });
  const holder = Object.values(settings.collections).find((other) => other.kind === collection.kind && other.defaultFolder);
  if (holder) throw new M2KError('Settings', { reason: 'default-folder-taken', subject: holder.name });
}

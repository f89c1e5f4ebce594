// `restore`: brings back what the user names from the history, in a run that then brings it to the other side too (rules.md 30).
import type { Settings } from '../../config/settings.js';
import { M2KError } from '../../errors.js';
import type { KeptImage, Store } from '../../state/state.js';
import type { RunOutcome } from '../../sync/outcome.js';
import type { Wish } from '../../sync/restore.js';
import { withoutUid } from '../../sync/restore.js';
import type { Command, RequestFor } from '../command-context.js';
import { oneRun } from '../one-run.js';
import { ended } from './sync.js';

export const restore: Command<'restore'> = async (context, request) => {
  const whatIf = request.whatIf === true;
  let wishes: readonly Wish[] = [];
  const wished = (choose: (store: Store, settings: Settings) => readonly Wish[]): Promise<RunOutcome> =>
    oneRun(context, { whatIf, accept: [], scheduled: false, retry: false, restore: (store, settings) => (wishes = choose(store, settings)) });
  const outcome = await wished((store, settings) => wishesOf(imagesOf(store, request), settings));
  const refused = whatIf ? [] : withoutUid(wishes, outcome);
  const last = refused.length === 0 ? outcome : await wished(() => refused);
  const { value, exitCode } = ended(context, last);
  return { value: { ...value, asked: wishes.length }, exitCode };
};

/** @throws M2KError Settings no-such-image */
function imagesOf(store: Store, { ids, run }: RequestFor<'restore'>): readonly KeptImage[] {
  const found = store.history.find(ids === undefined ? { run: run ?? '' } : { ids });
  const missing = ids?.find((id) => !found.some((image) => image.id === id)) ?? (found.length === 0 ? run ?? '' : undefined);
  if (missing !== undefined) throw new M2KError('Settings', { reason: 'no-such-image', item: String(missing) });
  return found;
}

/** @throws M2KError Settings restore-off: its collection is not synced, so that nobody would look at it. */
function wishesOf(images: readonly KeptImage[], { collections }: Settings): readonly Wish[] {
  return [...Map.groupBy(images.toReversed(), ({ link, uid }) => `${link} ${uid}`).values()].flatMap((own): readonly Wish[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { link, uid } = first, collection = collections[link];
    if (collection?.enabled !== true) throw new M2KError('Settings', { reason: 'restore-off', item: link, subject: collection?.name ?? link });
    return [{ link, uid, images: own }];
  });
}

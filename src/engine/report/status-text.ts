// The status of a profile and its collections as text (mission M2, M6).
import type { CollectionView, ResultValues } from '../cli/records.js';
import type { Words } from '../words/catalogue.js';
import { table } from './table.js';
import type { StatusView } from './views.js';

export function statusText(words: Words, status: StatusView): string {
  const { address, host, lastRun } = status;
  const never = words.say('status.never');
  return [
    address === null || host === null ? words.say('status.disconnected') : words.say('status.connected', { address, host }),
    ...(status.running ? [words.say('status.running')] : []),
    ...(status.paused ? [words.say('status.paused')] : []),
    words.say('status.lastRun', { at: lastRun === null ? never : lastRun.ended }),
    ...(status.summary === null ? [] : [status.summary]),
    ...status.problems.map((problem) => `! ${problem.target ?? ''}: ${problem.message} ${problem.remedy}`),
    ...(status.lastError === null ? [] : [words.say('status.lastError', { id: status.lastError, at: status.lastAttempt ?? never })]),
    words.say('status.lastSuccess', { at: status.lastSuccess ?? never }),
    ...(status.putAway > 0 ? [words.say('status.putAway', { count: status.putAway }), ...status.putAwayItems.map(({ title }) => `  ${title}`)] : []),
    words.say('status.stateFolder', { folder: status.stateFolder }),
  ].join('\n');
}

export function allStatusText(words: Words, { desks, denied }: ResultValues['all-status']): string {
  const never = words.say('status.never');
  return [
    table([words.say('column.user'), words.say('column.profile'), words.say('column.at'), words.say('column.code'), words.say('column.error')], desks.map(({ user, profile, beat }) =>
      [user, profile, beat?.at ?? never, beat === null ? '' : String(beat.exitCode), beat?.lastError ?? ''])),
    ...(denied > 0 ? [words.say('status.denied', { count: denied })] : []),
  ].join('\n');
}

export function collectionsText(words: Words, collections: readonly CollectionView[]): string {
  const header = (['id', 'name', 'kind', 'scope', 'on', 'direction', 'folder'] as const).map((name) => words.say(`column.${name}`));
  return table(header, collections.map((collection) => [
    collection.id, collection.name, words.say(`kind.${collection.kind}`), words.say(`scope.${collection.scope}`),
    words.say(collection.enabled ? 'on.yes' : 'on.no'), words.say(`direction.${collection.direction}`), collection.folder ?? '',
  ]));
}

// One item of a run in words.
import type { ItemOutcome } from '../sync/outcome.js';
import { tell } from '../words/catalogue.js';
import type { Told, Words } from '../words/catalogue.js';

/** What people call the item; what is known of it where it has no title. */
export const nameOf = (item: ItemOutcome): string => item.title || item.uid || item.detail || '?';

/** 'add in Outlook, change on the server'; '' when nothing was to be written. */
export const writesText = (words: Words, item: ItemOutcome): string =>
  item.writes.map((write) => words.say(`write.${write.side}`, { write: words.say(`write.${write.kind}`) })).join(', ');

/** What the guard holds for the whole link is told once, with the link. */
const HELD_WITH_LINK = new Set(['first-run', 'deletions', 'side-empty', 'clock-off', 'other-desk']);

/** Why it is not done, and what to do; null when it is, or when its link says so for all. */
export function whyText(words: Words, item: ItemOutcome): Told | null {
  if (item.code === undefined || (item.code === 'Held' && HELD_WITH_LINK.has(item.reason ?? ''))) return null;
  return tell(words, { code: item.code, reason: item.reason }, { subject: nameOf(item), side: item.side ?? item.writes[0]?.side, field: item.detail, excerpt: item.detail, detail: item.detail, id: item.id });
}

/** The same in one line that names the item. */
export function whyLine(words: Words, item: ItemOutcome): string | null {
  const why = whyText(words, item);
  if (why === null) return null;
  const name = why.message.includes(nameOf(item)) ? '' : `${nameOf(item)}: `;
  return `${name}${why.message} ${why.remedy}`;
}

/** 'location: hall -> 3F': of changes, not of whole new items, whose every field would be named. */
export function changesText(words: Words, item: ItemOutcome): string {
  const changes = item.writes.filter((write) => write.kind === 'update').flatMap((write) => write.changes.map((change) => words.say('item.changed', change)));
  const lost = item.lost.map(({ side, fields }) => words.say('item.lost', { side: words.say(`side.${side}`), fields: fields.join(', ') }));
  const missed = (item.missed ?? []).flatMap(({ side, fields, what = [] }) => fields.map((field) =>
    words.say(field === 'photo' ? 'item.photoMissed' : field === 'attachments' ? 'item.filesMissed' : 'item.missed', { side: words.say(`side.${side}`), field, what: what.join(', ') })));
  const dropped = (item.habits ?? []).filter(({ fields }) => fields.includes('attachments')).map(({ side }) => words.say('item.filesDropped', { side: words.say(`side.${side}`) }));
  const unkept = (item.unkept ?? []).map(({ side, names }) => words.say('item.filesUnkept', { side: words.say(`side.${side}`), names: names.join(', ') }));
  return [...new Set(changes), ...lost, ...missed, ...dropped, ...unkept, ...movedBackText(words, item)].join('; ');
}

const movedBackText = (words: Words, { movedBack }: ItemOutcome): readonly string[] => (movedBack === undefined ? [] : [words.say('item.movedBack', { folder: movedBack })]);

/** The line a person reads while a run goes: 'Lunch: change in Outlook (done) location: hall -> 3F'. */
export function itemText(words: Words, item: ItemOutcome): string {
  const why = whyText(words, item), changes = why === null ? changesText(words, item) : movedBackText(words, item).join();
  const what = [nameOf(item), writesText(words, item)].filter(Boolean).join(': ');
  return `${what} (${words.say(`result.${item.result}`)})${changes === '' ? '' : ` ${changes}`}${why === null ? '' : ` ${why.message}`}`;
}

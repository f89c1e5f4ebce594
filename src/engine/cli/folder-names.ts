// What a collection's folder in Outlook is called (design.md 5, mission M4).
import type { CollectionSettings } from '../config/settings.js';
import type { Words } from '../words/catalogue.js';

/** Outlook shows but mangles these in folder paths; control characters it refuses. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]+/gu;

/** Mail2000 names a department's book `NAME(/PATH)` and the root of the tree `/` or `/(/)` (reference: endpoints and layout). */
function plainName(name: string): string {
  return name.replace(/\(\/[^()]*\)\s*$/, '').replace(NOT_IN_NAMES, ' ').trim().slice(0, 200);
}

function ownName({ name, kind, scope }: CollectionSettings, { say }: Words): string {
  const plain = plainName(name);
  if (plain !== '' && !(scope === 'personal' && plain.toLowerCase() === 'default')) return plain;
  if (scope === 'personal') return say(kind === 'event' ? 'folder.personalCalendar' : 'folder.personalBook');
  return `${say(`kind.${kind}`)} ${say(`scope.${scope}`)}`;
}

/** Best first; null for Outlook's default folder. */
export function folderNames(collection: CollectionSettings, words: Words): readonly string[] | null {
  if (collection.defaultFolder) return null;
  const name = ownName(collection, words);
  const beside = words.say('folder.beside', { name });
  return [name, beside, ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${beside} ${number}`)];
}

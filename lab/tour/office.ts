// The office of the tour: small enough that a newcomer sees every item, with the two kinds of trouble that a tour should show.
import { meiling, xiaoming } from '../mail2000/seed/people.js';
import { officeSeed } from '../mail2000/office-seed.js';
import type { OfficeSeed } from '../mail2000/office.js';

const KEPT_EVENTS = 4;
const KEPT_CONTACTS = 3;

/** The first few events and contacts of 王小明's own calendar and book, and of the calendar that 陳美玲 lets her read: it is shown once it is added. */
export function tourOffice(): OfficeSeed {
  const seed = officeSeed();
  const mine = seed.collections.filter((collection) => collection.name === 'default' && (collection.owner === xiaoming || (collection.owner === meiling && collection.tree === 'calendars')));
  return {
    ...seed,
    collections: mine.map((collection) => ({
      ...collection,
      members: Object.fromEntries(Object.entries(collection.members ?? {}).slice(0, collection.tree === 'calendars' ? KEPT_EVENTS : KEPT_CONTACTS)),
    })),
  };
}

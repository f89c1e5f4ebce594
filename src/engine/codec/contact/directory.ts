// Who is in an address book: a group card names its members by their cards' UIDs, Outlook's list by their addresses.
import type { ContactFields } from '../../model/contact.js';
import { composedName } from './composed-name.js';

/** What of a card the directory knows. */
export type Entry = Pick<ContactFields, 'kind' | 'name' | 'emails' | 'company'>;

export interface Directory {
  /** Takes note of a card of the book, in place of what was known of that UID. */
  learn(uid: string, entry: Entry): void;
  /** The first address of that card, in lower case; undefined where the book has no such card, or the card no address. */
  emailOf(uid: string): string | undefined;
  /** The one card with that address; undefined when there is none, or more than one. */
  uidOf(email: string): string | undefined;
  /** What the card with that address calls itself. */
  nameOf(email: string): string | undefined;
}

export function emptyDirectory(): Directory {
  const keyOf = (uid: string): string => uid.replace(/^urn:uuid:/i, '').toLowerCase();
  const cards = new Map<string, { readonly uid: string; readonly emails: readonly string[]; readonly name: string }>();
  const holders = new Map<string, Set<string>>();
  const only = (email: string): string | undefined => {
    const found = holders.get(email.toLowerCase());
    return found?.size === 1 ? [...found][0] : undefined;
  };
  return {
    learn(uid, { kind, name, emails: written, company }) {
      const key = keyOf(uid);
      for (const email of cards.get(key)?.emails ?? []) holders.get(email)?.delete(key);
      if (kind === 'list') { cards.delete(key); return; }
      const emails = written.map((email) => email.toLowerCase());
      cards.set(key, { uid, emails, name: calledIn({ name, company }) });
      for (const email of emails) holders.set(email, (holders.get(email) ?? new Set<string>()).add(key));
    },
    emailOf: (uid) => cards.get(keyOf(uid))?.emails[0],
    uidOf: (email) => cards.get(only(email) ?? '')?.uid,
    nameOf: (email) => cards.get(only(email) ?? '')?.name,
  };
}

const calledIn = ({ name, company }: Pick<Entry, 'name' | 'company'>): string => name.full || composedName(name) || company;

// A link: which server collection is joined to which Outlook folder, and what may cross it.
import type { Kind, SideName } from '../model/ids.js';
import { other } from '../model/ids.js';
import type { Fields } from '../model/item.js';
import type { Window } from '../model/window.js';
import type { Side } from '../side/side.js';

/** null: not known, so that a missing right is not proven (rules.md 22). */
export interface Rights {
  readonly add: boolean | null;
  readonly change: boolean | null;
  readonly remove: boolean | null;
}

export const ALL_RIGHTS: Rights = { add: true, change: true, remove: true };

/** Both ways, or one side follows the other (`to` is the follower). */
export type Direction = { readonly way: 'both' } | { readonly way: 'one'; readonly to: SideName };

/** Who wins what cannot be merged. */
export type ClashPolicy = SideName | 'newer';

export interface LinkRules {
  readonly direction: Direction;
  readonly rights: Readonly<Record<SideName, Rights>>;
  readonly policy: ClashPolicy;
  /** What happens to items that exist only on the following side of a one-way link (rules.md 19). */
  readonly strays: 'undo' | 'keep';
  /** Unpaired items outside of it are left where they are (rules.md 16). */
  readonly window?: Window;
}

/** The side that the other follows; undefined on a link that goes both ways. */
export const leaderOf = ({ direction }: LinkRules): SideName | undefined => (direction.way === 'both' ? undefined : other(direction.to));

/** What a write needs: a right that its side gives, and a side that is not the leading one. null: nobody knows yet (rules.md 22). */
export function mayWrite(rules: LinkRules, { side, kind }: { readonly side: SideName; readonly kind: 'create' | 'update' | 'delete' }): boolean | null {
  if (leaderOf(rules) === side) return false;
  return rules.rights[side][({ create: 'add', update: 'change', delete: 'remove' } as const)[kind]];
}

/**
 * The link as it is for an item that says this: where Outlook only shows it, the server leads.
 */
export function linkFor<K extends Kind>(link: Link<K>, ...fields: readonly Fields<K>[]): Link<K> {
  if (!fields.some((one) => link.outlook.showsOnly?.(one))) return link;
  return { ...link, rules: { ...link.rules, direction: { way: 'one', to: 'outlook' } } };
}

export interface Link<K extends Kind = Kind> {
  readonly id: string;
  readonly kind: K;
  /** For people. */
  readonly title: string;
  readonly rules: LinkRules;
  readonly outlook: Side<K>;
  readonly server: Side<K>;
}

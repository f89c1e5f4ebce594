// Names for the opaque strings that both sides hand out. Nothing outside the side that made one may look inside.
declare const brand: unique symbol;

/** The two places that are kept in step; the words hold in code, logs, tests and docs. */
export type SideName = 'outlook' | 'server';

/** What an item is. Tasks would be a third. */
export type Kind = 'event' | 'contact';

/** Where an item is on its side: an Outlook EntryID, or a DAV href as the server spelled it. */
export type ItemId = string & { readonly [brand]: 'ItemId' };

/** Changes whenever the item may have changed (ETag, LastModificationTime). Says "maybe", never "did". */
export type Version = string & { readonly [brand]: 'Version' };

/** RFC 5545 section 3.8.4.7 and RFC 6350 section 6.7.6: who an item is, on both sides and for ever. */
export type Uid = string & { readonly [brand]: 'Uid' };

export const itemId = (text: string): ItemId => text as ItemId;
export const version = (text: string): Version => text as Version;
export const uid = (text: string): Uid => text as Uid;

/** A version that equals no version a side hands out: the item is fetched at the next run. */
export const UNKNOWN_VERSION = version('');

export const other = (side: SideName): SideName => (side === 'outlook' ? 'server' : 'outlook');

// Lists an Outlook folder: one table read, and what it proves (rules.md 13).
import { addressProperty } from '../codec/outlook/contact-item.js';
import { itemId, version } from '../model/ids.js';
import { canonicalText } from '../model/canonical.js';
import type { Column, FolderFacts, FolderRef, HostCall } from '../../ps-host/protocol.js';
import type { WireValue } from '../../ps-host/wire-value.js';
import { isWireDate } from '../../ps-host/wire-value.js';
import { folderFacts } from './outlook-folders.js';
import { MARK_COLUMN, parseMarkCell } from './outlook-mark.js';
import type { Listed, Listing } from './side.js';

const MAPI = 'http://schemas.microsoft.com/mapi/proptag/';

/**
 * EntryID is short-term in tables of Exchange stores, and so unlike the id that the item itself gives; 0x66700102 is the long-term one, which
 * other stores lack (OOM 2.4). Dates by built-in name are local, as LastModificationTime of the item is; by namespace they are UTC.
 */
const COLUMNS = [
  { add: `${MAPI}0x66700102`, as: 'longId' },
  { add: 'EntryID', as: 'id' },
  { add: 'LastModificationTime', as: 'version', exact: true },
  { add: `${MAPI}0x30080040`, as: 'modified' },
  { add: `${MAPI}0x30070040`, as: 'created' },
  { add: 'MessageClass', as: 'messageClass' },
  { add: MARK_COLUMN, as: 'mark' },
] as const satisfies readonly Column[];

type Cell = (typeof COLUMNS)[number]['as'];
type Cells = { readonly [C in Cell]: WireValue };

export interface OutlookListing {
  readonly listing: Listing;
  /** ISO 8601 UTC of the last change, by EntryID and version: the item gives it in local time only. */
  readonly modified: ReadonlyMap<string, string>;
}

export const modifiedKey = (id: string, itemVersion: string): string => `${id} ${itemVersion}`;

export interface Wanted {
  readonly classes: readonly string[];
  /** 'hidden': events that Outlook made for the birthdays and anniversaries of contacts are not listed: they are its own (rules.md 19). */
  readonly personal?: 'hidden' | 'listed';
}

/** BirthdayEventEntryId and AnniversaryEventEntryId (OOM 2.5). */
const PERSONAL_EVENTS = ['804D0102', '804E0102'].map(addressProperty);

const NONE: ReadonlySet<string> = new Set();

const personalEvents = async (call: HostCall): Promise<ReadonlySet<string>> => new Set((await call('personalEvents', { columns: PERSONAL_EVENTS })).ids);

/** @throws M2KError Busy, Unavailable. A listing that is not complete says why and proves no absence. */
export async function listFolder(call: HostCall, folder: FolderRef, { classes, personal }: Wanted): Promise<OutlookListing> {
  const hidden = personal === 'hidden' ? await personalEvents(call) : NONE;
  const before = await folderFacts(call, folder);
  const rows: Cells[] = [];
  let cursor: number | null = null;
  do {
    const page: { readonly rows: readonly (readonly WireValue[])[]; readonly next: number | null } = await call('listFolder', { folder, columns: COLUMNS, cursor });
    for (const row of page.rows) rows.push(cellsOf(row));
    cursor = page.next;
  } while (cursor !== null);
  const after = await folderFacts(call, folder);
  const because = doubt([before.count, after.count], rows, before.connected && after.connected);
  // One that bears our mark was synced once, and goes on being.
  const listed = rows.flatMap((cells) => listedOf(cells, classes)).filter(({ id, mark }) => mark !== undefined || !hidden.has(id));
  return {
    listing: { items: listed, complete: because === undefined, ...(because === undefined ? {} : { because }), place: placeOf(before) },
    modified: new Map(rows.flatMap((cells) => {
      const utc = utcOf(cells.modified);
      return utc === undefined ? [] : [[modifiedKey(idOf(cells), textOf(cells.version)), utc] as const];
    })),
  };
}

/** Rules.md 13: another of these is another mailbox, whatever its folders are called. */
const placeOf = ({ profile, storeId, storeFile, storeCreated, entryId }: FolderFacts): string => canonicalText([profile, storeId, storeFile, storeCreated, entryId]);

const cellsOf = (row: readonly WireValue[]): Cells => Object.fromEntries(COLUMNS.map(({ as }, n) => [as, row[n] ?? null])) as Cells;

/** Why this listing does not hold everything; undefined when it does. */
function doubt([before, after]: readonly [number, number], rows: readonly Cells[], connected: boolean): string | undefined {
  if (!connected) return 'the store is offline';
  if (before !== after || rows.length !== before) return `the table has ${rows.length} rows, the folder had ${before} items before and ${after} after`;
  const nameless = rows.filter((cells) => idOf(cells) === '').length;
  return nameless > 0 ? `${nameless} rows have no EntryID` : undefined;
}

const textOf = (value: WireValue): string => (typeof value === 'string' ? value : '');
const idOf = (cells: Cells): string => textOf(cells.longId) || textOf(cells.id);
const utcOf = (value: WireValue): string | undefined => (isWireDate(value) ? `${value.date}Z` : undefined);

function listedOf(cells: Cells, classes: readonly string[]): readonly Listed[] {
  if (idOf(cells) === '') return [];
  const mark = parseMarkCell(textOf(cells.mark));
  const created = utcOf(cells.created);
  const found = textOf(cells.messageClass);
  return [{
    id: itemId(idOf(cells)),
    // A cell can be empty for no reason (OOM 2.4): then the version is unknown and the item is fetched.
    version: version(textOf(cells.version)),
    ...(mark === undefined ? {} : { mark }),
    ...(created === undefined ? {} : { created }),
    ...(found === '' || isOfClass(found, classes) ? {} : { unusable: `message class ${found}` }),
  }];
}

/** Custom forms have a class below the standard one; a mail in a calendar has another (OOM 1.5). */
export function isOfClass(found: string, classes: readonly string[]): boolean {
  const low = found.toLowerCase();
  return classes.map((one) => one.toLowerCase()).some((wanted) => low === wanted || low.startsWith(`${wanted}.`));
}

// Finds, makes and looks at Outlook folders for whoever links them; knows no items.
import type { Kind } from '../model/ids.js';
import type { FolderFacts, FolderRef, HostCall } from '../../ps-host/protocol.js';

/** OlItemType by kind. */
const ITEM_TYPE: { readonly [K in Kind]: 1 | 2 } = { event: 1, contact: 2 };

export interface FolderWish {
  /** Null for the default calendar or contacts folder, else a folder of that name (letter for letter) under it. */
  readonly name: string | null;
  /** False: a folder that is missing is an error, M2KError Unavailable with reason 'folder-gone'. */
  readonly create?: boolean;
}

export interface EnsuredFolder extends FolderFacts {
  /** It was not there before. Whether one that was may be adopted is for the caller to ask (design.md 5). */
  readonly made: boolean;
}

/** @throws M2KError Refused when the store lets nobody make folders there, Unavailable. */
export const ensureFolder = (call: HostCall, kind: Kind, { name, create = true }: FolderWish): Promise<EnsuredFolder> =>
  call('ensureFolder', { itemType: ITEM_TYPE[kind], name, create });

/** A new folder in a data file for trials (desk-rules.md 23). @throws M2KError Refused when the profile takes no data file, Unavailable. */
export const trialFolder = (call: HostCall, kind: Kind, { file, name }: { readonly file: string; readonly name: string }): Promise<FolderFacts> =>
  call('trialFolder', { file, itemType: ITEM_TYPE[kind], name });

/** @throws M2KError Unavailable with reason 'folder-gone' when it is not there any more. */
export const folderFacts = (call: HostCall, { entryId, storeId }: FolderRef): Promise<FolderFacts> => call('getFolder', { entryId, storeId });

// What else would keep the same items in step: two programs that both write double everything, so linking is refused while the other one is there (desk-rules.md 10).
import { M2KError } from '../errors.js';
import type { ActiveSyncAccount, FoundProgram } from '../../ps-host/desk-facts.js';
import type { CollectionSettings } from '../config/settings.js';
import type { Desk } from './parts.js';

/** A pattern for .NET and for JavaScript. How Openfind's tool of 2018 calls its files no desk has told us yet: its product name, however it is spelled, and its maker's. */
const OLD_TOOL = String.raw`mail[\W_]?2000[\W_]*outlook[\W_]*sync|openfind[\W_]+(mail[\W_]?2000[\W_]*)?outlook|\bm2k[\W_]?outlook[\W_]?sync`;

export async function oldTool(desk: Pick<Desk, 'findPrograms'>): Promise<FoundProgram | null> {
  const found = await desk.findPrograms(OLD_TOOL);
  return found.find(({ at }) => at === 'process') ?? found[0] ?? null;
}

/** @throws M2KError Refused old-tool-runs, old-tool-begins */
export async function assertNoOldTool(desk: Pick<Desk, 'findPrograms'>): Promise<void> {
  const found = await oldTool(desk);
  if (found !== null) throw oldToolError(found);
}

export const oldToolError = ({ at, name }: FoundProgram): M2KError => new M2KError('Refused', { reason: at === 'process' ? 'old-tool-runs' : 'old-tool-begins', program: name });

/**
 * `storeId`: of the folder that is linked; null for one that is still to be chosen, which lies in the default store.
 * An account with the user's own address brings the personal calendar and book; one that fills the folder's store writes to whatever lies there.
 * @throws M2KError Refused active-sync
 */
export function assertNoActiveSync(accounts: readonly ActiveSyncAccount[], { scope, address, storeId }: Pick<CollectionSettings, 'scope'> & { readonly address: string; readonly storeId: string | null }): void {
  const same = accounts.find((account) => (scope === 'personal' && account.address.toLowerCase() === address.toLowerCase()) || (storeId === null ? account.isDefault : account.storeId === storeId));
  if (same !== undefined) throw new M2KError('Refused', { reason: 'active-sync', side: 'outlook', excerpt: same.name });
}

// A server that does not take an event for its size gets it without its files: they stay in Outlook, and the rest is in step (reference T14).
import { M2KError } from '../errors.js';
import type { Found, Side } from './side.js';

/** RFC 4791 section 5.3.2.1, RFC 8607 section 3.11, RFC 4331 section 6, and their status codes: nothing was stored. */
const TOO_LARGE: ReadonlySet<string> = new Set(['http-413', 'max-resource-size', 'max-attachment-size', 'insufficient-storage', 'quota-not-exceeded', 'sufficient-disk-space']);

const isTooLarge = (error: unknown): boolean => error instanceof M2KError && error.code === 'Refused' && TOO_LARGE.has(error.data.reason ?? '');

export function withoutRefusedFiles(side: Side<'event'>): Side<'event'> {
  async function asItIs({ id }: Pick<Found<'event'>, 'id'>): Promise<Found<'event'>> {
    for await (const row of side.fetch([id])) if (row.ok) return row.item; else throw row.error;
    throw new M2KError('Stale', { reason: 'gone', side: 'server', item: id });
  }
  return {
    ...side,
    async create(creation) {
      const { item } = creation;
      try {
        return await side.create(creation);
      } catch (error) {
        if (!isTooLarge(error) || item.fields.attachments.length === 0) throw error;
        return side.create({ ...creation, item: { ...item, fields: { ...item.fields, attachments: [] } } });
      }
    },
    async update(change) {
      try {
        return await side.update(change);
      } catch (error) {
        if (!isTooLarge(error) || !change.fields.has('attachments')) throw error;
        const fields = new Set([...change.fields].filter((name) => name !== 'attachments'));
        return fields.size === 0 ? asItIs(change.ref) : side.update({ ...change, fields });
      }
    },
  };
}

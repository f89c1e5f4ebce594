// The Outlook side of a folder that a plan would make: there is nothing in it, and nothing may be written to it.
import type { Kind } from '../model/ids.js';
import type { Side } from '../side/side.js';

export function plannedFolder<K extends Kind>(kind: K): Side<K> {
  const notYet = (): Promise<never> => Promise.reject(new Error('a plan writes nothing'));
  return {
    name: 'outlook', kind, narrow: (fields) => fields,
    list: () => Promise.resolve({ items: [], complete: true }),
    async *fetch() { /* nothing is there */ },
    create: notYet, update: notYet, delete: notYet, mark: notYet,
    locate: () => Promise.resolve({ at: 'absent' }),
  };
}

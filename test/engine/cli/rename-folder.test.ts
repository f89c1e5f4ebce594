// Who is renamed after whom (mission M13, design.md 5).
import test from 'ava';
import { agreeOnNames, renameIn } from '../../../src/engine/cli/rename-folder.js';
import type { Naming } from '../../../src/engine/cli/rename-folder.js';
import type { CollectionSettings } from '../../../src/engine/config/settings.js';
import type { Collection } from '../../../src/engine/dav/discovery.js';
import { M2KError } from '../../../src/engine/errors.js';

const FOLDER = { entryId: 'F', storeId: 'S' };

/** A personal calendar that both sides called "old"; `outlook` and `server` are its names now. */
function naming({ outlook = 'old', server = 'old', names = [server], ...over }: Partial<CollectionSettings> & { readonly outlook?: string; readonly server?: string; readonly names?: readonly string[] | null }, rename: boolean | null = true): Naming {
  const collection: CollectionSettings = {
    href: '/cal/me/c/', kind: 'event', name: server, scope: 'personal', rights: { add: true, change: true, remove: true }, enabled: true, direction: 'both', defaultFolder: names === null, clash: 'server',
    folder: { ...FOLDER, name: 'old', of: 'old' }, ...over,
  };
  return { id: 'c', collection, found: { rights: { rename } } as Collection, folder: { ...FOLDER, name: outlook }, names };
}

const said = (...args: Parameters<typeof naming>): string | null => {
  const rename = renameIn(naming(...args));
  return rename === null ? null : `${rename.side} ${rename.from} -> ${rename.to.join(', ')}`;
};

test('M13: a personal calendar is renamed after whichever side was renamed, both renamed go by the policy, every other folder follows the server', (t) => {
  const both = { outlook: 'here', server: 'there' } as const, here = { outlook: 'here' } as const, there = { server: 'there' } as const;
  t.deepEqual([said({}), said(here), said(there)], [null, 'server old -> here', 'outlook old -> there']);
  t.deepEqual((['server', 'outlook', 'newer'] as const).map((clash) => said({ ...both, clash })), ['outlook here -> there', 'server there -> here', 'outlook here -> there']);
  for (const other of [{ scope: 'shared' }, { scope: 'public' }, { kind: 'contact' }, { direction: 'toOutlook' }] as const) {
    t.deepEqual([said({ ...other, ...here }), said({ ...other, ...there }), said({ ...other, ...both, clash: 'outlook' })], ['outlook here -> old, old', 'outlook old -> there', 'outlook here -> there'], JSON.stringify(other));
  }
  t.is(said(here, false), 'outlook here -> old, old', 'no right to rename');
});

test('M13: the default folder, a folder that was never agreed on, another folder and a collection that this run did not see are not renamed; a name that was reached is no rename', (t) => {
  t.is(said({ outlook: 'here', server: 'there', names: null }), null);
  t.is(said({ outlook: 'here', folder: { ...FOLDER, name: 'old' } }), null);
  t.is(said({ outlook: 'here', folder: { ...FOLDER, entryId: 'G', name: 'old', of: 'old' } }), null);
  t.is(renameIn({ ...naming({ outlook: 'here' }), found: undefined }), null);
  t.is(said({ outlook: 'there', server: 'there' }), null);
  t.is(said({ outlook: 'a b', server: 'a/b', names: ['a b'] }), null, 'killed between the rename and its commit');
});

const DESK = { mailbox: { renameFolder: () => Promise.resolve(null) }, server: { rename: () => Promise.reject(new M2KError('Refused', { reason: 'http-403' })) }, whatIf: false };

test('M13: a name that a side refuses is told once and then left; one that could not be given for another reason is tried again', async (t) => {
  for (const [one, reason] of [[{ server: 'there' }, 'folder-name'], [{ outlook: 'here' }, 'collection-name']] as const) {
    const first = naming(one), { folder, name, outcome } = await agreeOnNames(first, DESK);
    t.like(outcome, { result: 'failed', code: 'Refused', reason });
    t.is(renameIn({ ...first, folder, collection: { ...first.collection, name, folder } }), null);
  }
  const busy = { ...DESK, server: { rename: () => Promise.reject(new M2KError('Unavailable', { reason: 'http-500' })) } };
  const { folder, outcome } = await agreeOnNames(naming({ outlook: 'here' }), busy);
  t.like([folder, outcome], [{ name: 'old', of: 'old' }, { result: 'failed' }]);
  await t.throwsAsync(agreeOnNames(naming({ outlook: 'here' }), { ...DESK, server: { rename: () => Promise.reject(new M2KError('Unauthorized')) } }));
});

// The places where a process can end: before and after every commit, every call of a side and every HTTP request.
import type { DavClient } from '../../src/engine/dav/client.js';
import type { Kind } from '../../src/engine/model/ids.js';
import type { Side } from '../../src/engine/side/side.js';
import type { Store } from '../../src/engine/state/state.js';

/** Called at every point, with its name; may not return. */
export type AtPoint = (name: string) => void;

const between = (at: AtPoint, name: string, work: () => void): void => {
  at(`before ${name}`);
  work();
  at(`after ${name}`);
};

const betweenAsync = <Arguments extends unknown[], Result>(at: AtPoint, name: string, work: (...args: Arguments) => Promise<Result>) => async (...args: Arguments): Promise<Result> => {
  at(`before ${name}`);
  const result = await work(...args);
  at(`after ${name}`);
  return result;
};

export const mortalStore = (store: Store, at: AtPoint): Store => ({
  ...store,
  remember: (link, memory) => { between(at, 'remember', () => { store.remember(link, memory); }); },
  begin: (link, intent, images) => { between(at, 'begin', () => { store.begin(link, intent, images); }); },
  settle: (link, settlement) => { between(at, 'settle', () => { store.settle(link, settlement); }); },
  abandon: (link, intent) => { between(at, 'abandon', () => { store.abandon(link, intent); }); },
  noteTrash: (link, uid, trash) => { between(at, 'noteTrash', () => { store.noteTrash(link, uid, trash); }); },
});

export function mortalSide<K extends Kind>(side: Side<K>, at: AtPoint): Side<K> {
  const name = (call: string): string => `${side.name} ${call}`;
  return {
    ...side,
    list: betweenAsync(at, name('list'), (memory) => side.list(memory)), create: betweenAsync(at, name('create'), (creation) => side.create(creation)),
    update: betweenAsync(at, name('update'), (change) => side.update(change)), delete: betweenAsync(at, name('delete'), (ref, parts) => side.delete(ref, parts)),
    locate: betweenAsync(at, name('locate'), (id, uid) => side.locate(id, uid)), mark: betweenAsync(at, name('mark'), (ref, uid) => side.mark(ref, uid)),
    async *fetch(ids) {
      at(`before ${name('fetch')}`);
      yield* side.fetch(ids);
      at(`after ${name('fetch')}`);
    },
  };
}

export const mortalClient = (client: DavClient, at: AtPoint): DavClient => ({
  ...client,
  propfind: betweenAsync(at, 'PROPFIND', (href, query) => client.propfind(href, query)), report: betweenAsync(at, 'REPORT', (href, query) => client.report(href, query)),
  get: betweenAsync(at, 'GET', (href, accept) => client.get(href, accept)), put: betweenAsync(at, 'PUT', (href, request) => client.put(href, request)),
  delete: betweenAsync(at, 'DELETE', (href, conditions) => client.delete(href, conditions)),
});

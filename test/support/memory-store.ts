// A Store in memory with the store's own meaning, for laws that open it thousands of times. test/engine/state holds both to one contract.
import type { Kind } from '../../src/engine/model/ids.js';
import type { Base, History, Intent, KeptImage, LastRun, LinkMemory, PreImage, Settlement, Store } from '../../src/engine/state/state.js';

export interface MemoryStore extends Store {
  readonly images: readonly PreImage[];
  /** Consumed one a commit: true = the process ends before the commit takes effect. */
  readonly crashes: boolean[];
}

/** Values are copied through JSON, as the file does: nothing may live on in memory alone. */
const copy = <Value>(value: Value): Value => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value));

/** What is kept of one link. */
interface Shelf {
  readonly bases: Map<string, Base>;
  readonly intents: Map<string, Intent>;
  deletions: readonly { readonly at: string; readonly count: number }[];
  memory?: LinkMemory;
}

export function memoryStore(onCrash: () => never = () => { throw new Error('crash'); }): MemoryStore {
  const shelves = new Map<string, Shelf>(), images: PreImage[] = [], crashes: boolean[] = [];
  let last: LastRun | undefined;
  const commit = (): void => { if (crashes.shift() === true) onCrash(); };
  const of = (link: string): Shelf => {
    const shelf = shelves.get(link) ?? { bases: new Map(), intents: new Map(), deletions: [] };
    shelves.set(link, shelf);
    return shelf;
  };
  return {
    images, crashes,
    memory: (link) => copy(of(link).memory),
    remember: (link, memory) => { commit(); of(link).memory = copy(memory); },
    bases: <K extends Kind>(link: string) => copy([...of(link).bases.values()]) as unknown as readonly Base<K>[],
    intents: <K extends Kind>(link: string) => copy([...of(link).intents.values()]) as unknown as readonly Intent<K>[],
    begin: (link, intent, made) => {
      commit();
      const { intents } = of(link);
      images.push(...copy(made));
      for (const [id, open] of intents) if (open.uid === intent.uid) intents.delete(id);
      intents.set(intent.id, copy(intent) as unknown as Intent);
    },
    settle: <K extends Kind>(link: string, { intent, pairing, base, deletions, at }: Settlement<K>) => {
      commit();
      const shelf = of(link);
      if (intent !== null) shelf.intents.delete(intent);
      if (pairing !== null && pairing !== base?.pairing) shelf.bases.delete(pairing);
      if (base !== null) shelf.bases.set(base.pairing, copy(base));
      if (deletions !== undefined && deletions > 0) shelf.deletions = [...shelf.deletions, { at, count: deletions }];
    },
    abandon: (link, intent) => { commit(); of(link).intents.delete(intent); },
    forget: (link) => { shelves.delete(link); },
    deletionsSince: (link, since) => of(link).deletions.filter((one) => one.at >= since).reduce((sum, one) => sum + one.count, 0),
    noteTrash: (link, uid, trash) => {
      const at = images.findLastIndex((image) => image.link === link && image.uid === uid);
      images.splice(at, 1, { ...images[at] as PreImage, trash });
    },
    history: historyOver(images),
    lastRun: () => last,
    noteRun: (run) => { last = run; },
    close: () => undefined,
  };
}

function historyOver(images: PreImage[]): History {
  const restored = new Map<number, string>();
  const kept = (): readonly KeptImage[] => images.map((image, index) => ({ ...image, id: index + 1, ...(restored.has(index + 1) ? { restoredAt: restored.get(index + 1) ?? '' } : {}) }));
  return {
    find: ({ since = '', run, ids }) => copy(kept().filter((image) => image.at >= since && (run === undefined || image.run === run) && (ids === undefined || ids.includes(image.id))).toReversed()),
    noteRestored: (ids, at) => { for (const id of ids) restored.set(id, at); },
    trim: () => undefined,
  };
}

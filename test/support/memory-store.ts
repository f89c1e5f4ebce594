// A Store in memory with the store's own meaning, for laws that open it thousands of times. test/engine/state holds both to one contract.
import type { Kind } from '../../src/engine/model/ids.js';
import type { Base, Intent, LastRun, LinkMemory, PreImage, Settlement, Store } from '../../src/engine/state/state.js';

export interface MemoryStore extends Store {
  readonly images: readonly PreImage[];
  /** Consumed one a commit: true = the process ends before the commit takes effect. */
  readonly crashes: boolean[];
}

/** Values are copied through JSON, as the file does: nothing may live on in memory alone. */
const copy = <Value>(value: Value): Value => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value));

export function memoryStore(onCrash: () => never = () => { throw new Error('crash'); }): MemoryStore {
  const memories = new Map<string, LinkMemory>(), bases = new Map<string, Base>(), intents = new Map<string, Intent>(), images: PreImage[] = [], crashes: boolean[] = [];
  let deletions: { readonly at: string; readonly count: number }[] = [], last: LastRun | undefined;
  const commit = (): void => { if (crashes.shift() === true) onCrash(); };
  return {
    images, crashes,
    memory: (link) => copy(memories.get(link)),
    remember: (link, memory) => { commit(); memories.set(link, copy(memory)); },
    bases: <K extends Kind>() => copy([...bases.values()]) as unknown as readonly Base<K>[],
    intents: <K extends Kind>() => copy([...intents.values()]) as unknown as readonly Intent<K>[],
    begin: (_link, intent, made) => {
      commit();
      images.push(...copy(made));
      for (const [id, open] of intents) if (open.uid === intent.uid) intents.delete(id);
      intents.set(intent.id, copy(intent) as unknown as Intent);
    },
    settle: <K extends Kind>(_link: string, { intent, pairing, base, deletions: count, at }: Settlement<K>) => {
      commit();
      if (intent !== null) intents.delete(intent);
      if (pairing !== null && pairing !== base?.pairing) bases.delete(pairing);
      if (base !== null) bases.set(base.pairing, copy(base) as unknown as Base);
      if (count !== undefined && count > 0) deletions = [...deletions, { at, count }];
    },
    abandon: (_link, intent) => { commit(); intents.delete(intent); },
    deletionsSince: (_link, since) => deletions.filter((one) => one.at >= since).reduce((sum, one) => sum + one.count, 0),
    noteTrash: () => undefined,
    lastRun: () => last,
    noteRun: (run) => { last = run; },
    close: () => undefined,
  };
}

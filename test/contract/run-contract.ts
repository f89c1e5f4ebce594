// Registers the side contract as AVA tests.
import type { TestFn } from 'ava';
import type { Kind } from '../../src/engine/model/ids.js';
import { casesFor } from '../../src/engine/side/contract/bench.js';
import type { Ability, SideBench } from '../../src/engine/side/contract/bench.js';
import { sideContract } from '../../src/engine/side/contract/contract.js';

export interface Workbench<K extends Kind> {
  /** Begins every title. */
  readonly title: string;
  readonly kind: K;
  readonly able: readonly Ability[];
  /** Cases that a server or a codec is known to break, and why; AVA reports when one passes again. */
  readonly knownToFail?: Readonly<Record<string, string>>;
  /** A side over an empty collection. */
  open(): Promise<SideBench<K> & { close?(): Promise<void> }>;
}

export function runContract<K extends Kind>(test: TestFn, { title, kind, able, knownToFail = {}, open }: Workbench<K>): void {
  for (const { name, run } of casesFor(sideContract, { kind, able })) {
    const register = name in knownToFail ? test.failing : test;
    register(`${title}, ${kind}: ${name}${name in knownToFail ? ` (not yet: ${knownToFail[name]})` : ''}`, async (t) => {
      const bench = await open();
      try {
        await t.notThrowsAsync(run(bench));
      } finally {
        await bench.close?.();
      }
    });
  }
}

import test from 'ava';
import type { Kind } from '../../src/engine/model/ids.js';
import { ABILITIES } from '../../src/engine/side/contract/bench.js';
import { sample } from '../../src/engine/side/contract/samples.js';
import { memorySide } from '../support/memory-side.js';
import type { MemoryOptions } from '../support/memory-side.js';
import { runContract } from './run-contract.js';

function onMemory<K extends Kind>(title: string, kind: K, options: MemoryOptions<K>): void {
  runContract(test, {
    title, kind, able: options.cursor ? ABILITIES : ABILITIES.filter((ability) => ability !== 'cursor'),
    open: () => {
      const side = memorySide(kind, options);
      // One call of a list and one of a fetch, however many rows they have.
      const calls = (): number => side.calls.list + Math.ceil(side.calls.fetch / 30);
      return Promise.resolve({ side, otherHands: side.otherHands, sample: (n) => sample(kind, n), calls });
    },
  });
}

onMemory('memory like a server', 'event', { cursor: true });
onMemory('memory like a server', 'contact', { cursor: true });
onMemory('memory like Outlook', 'event', { name: 'outlook', link: 'l1', trash: true });

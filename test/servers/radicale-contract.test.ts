import test from 'ava';
import { ABILITIES } from '../../src/engine/side/contract/bench.js';
import { runContract } from '../contract/run-contract.js';
import { startRadicale } from '../support/radicale.js';
import type { Radicale } from '../support/radicale.js';
import { radicaleBench } from '../support/radicale-bench.js';

let radicale: Radicale;

test.before(async () => { radicale = await startRadicale(); });
test.after.always(async () => { await (radicale as Radicale | undefined)?.stop(); });

// Radicale validates what it stores, so that nothing unreadable gets in by HTTP for events.
const ABLE = ABILITIES.filter((ability) => ability !== 'unreadable');

runContract(test.serial as typeof test, { title: 'Radicale', kind: 'event', able: ABLE, open: () => radicaleBench(radicale, 'event') });
runContract(test.serial as typeof test, { title: 'Radicale', kind: 'contact', able: ABILITIES, open: () => radicaleBench(radicale, 'contact') });

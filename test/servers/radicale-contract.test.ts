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

const EVENT_UID = { 'a UID with commas, semicolons and backslashes is kept': 'the iCalendar codec writes a UID without escapes and Radicale 3.1.8 cuts it at the comma' };

runContract(test.serial as typeof test, { title: 'Radicale', kind: 'event', able: ABLE, knownToFail: EVENT_UID, open: () => radicaleBench(radicale, 'event') });
runContract(test.serial as typeof test, { title: 'Radicale', kind: 'contact', able: ABILITIES, open: () => radicaleBench(radicale, 'contact') });

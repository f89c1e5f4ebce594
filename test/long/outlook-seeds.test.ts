// desk 20: the side contract on desks whose open questions (switches of the lab's Outlook) are drawn by a seed.
import test from 'ava';
import { contractOnOutlook } from '../ps-host/outlook-contract.js';

/** Seeds 1..n; desk-rules.md 20 asks for 50. */
const seeds = Number(process.env['M2K_SEEDS'] ?? '50');

const desks = Array.from({ length: seeds }, (_, n) => [`desk 20: seed ${n + 1}`, `{"Seed":${n + 1}}`] as const);

contractOnOutlook(test, Object.fromEntries(desks));

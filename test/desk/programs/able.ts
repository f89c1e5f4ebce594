// What Outlook is able to do beyond the interface of a side: for those who run the contract and those who count its cases.
// Not 'calls': that case makes 400 items, minutes through COM under Wine; wire.test.ts counts the calls of a listing at Outlook itself.
import type { Ability } from '../../../src/engine/side/contract/bench.js';

export const ABLE: readonly Ability[] = ['unreadable', 'uidUnique', 'provesGone'];

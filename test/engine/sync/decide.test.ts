// The decision table, cell by cell, as a table of its own (rules.md 17, 18, 22).
import test from 'ava';
import { decide } from '../../../src/engine/sync/decide.js';
import type { Change, Verdict } from '../../../src/engine/sync/decide.js';
import { ALL_RIGHTS } from '../../../src/engine/sync/link.js';
import type { LinkRules } from '../../../src/engine/sync/link.js';
import { BOTH_WAYS } from '../../support/sync-world.js';

const say = (verdict: Verdict): string => ('side' in verdict ? `${verdict.do} ${verdict.side}` : verdict.do);
const TO_OUTLOOK: LinkRules = { ...BOTH_WAYS, direction: { way: 'one', to: 'outlook' } };
type Origin = 'outlook' | 'server' | 'both';

const row = (title: string, rules: LinkRules, cells: readonly (readonly [Change, Change, string, Origin?])[]): void => {
  for (const [outlook, server, expected, origin = 'server'] of cells) {
    test(`${title}: ${outlook},${server} of origin ${origin} is ${expected}`, (t) => { t.is(say(decide({ outlook, server, origin }, rules)), expected); });
  }
};

row('rule 17', BOTH_WAYS, [
  ['same', 'same', 'nothing'], ['same', 'edited', 'merge'], ['edited', 'same', 'merge'], ['edited', 'edited', 'merge'],
  ['same', 'gone', 'delete outlook'], ['gone', 'same', 'delete server'], ['gone', 'gone', 'forget'],
  ['edited', 'gone', 'recreate server'], ['gone', 'edited', 'recreate outlook'],
]);

row('rule 18', TO_OUTLOOK, [
  ['same', 'same', 'nothing'], ['edited', 'same', 'restore outlook'], ['gone', 'same', 'recreate outlook'], ['same', 'edited', 'restore outlook'],
  ['edited', 'edited', 'restore outlook'], ['gone', 'edited', 'recreate outlook'], ['same', 'gone', 'delete outlook'], ['edited', 'gone', 'delete outlook'], ['gone', 'gone', 'forget'],
  ['same', 'gone', 'unpair', 'outlook'], ['edited', 'gone', 'unpair', 'outlook'], ['same', 'gone', 'delete outlook', 'both'],
]);

const without = (right: 'add' | 'change' | 'remove', value: false | null): LinkRules => ({ ...BOTH_WAYS, rights: { outlook: ALL_RIGHTS, server: { ...ALL_RIGHTS, [right]: value } } });
row('rule 22, no right to change', without('change', false), [['edited', 'same', 'restore outlook'], ['edited', 'edited', 'restore outlook'], ['same', 'edited', 'merge'], ['gone', 'same', 'delete server']]);
row('rule 22, no right to remove', without('remove', false), [['gone', 'same', 'recreate outlook'], ['edited', 'same', 'merge'], ['same', 'gone', 'delete outlook']]);
row('rule 22, no right to add', without('add', false), [['edited', 'gone', 'delete outlook'], ['edited', 'gone', 'unpair', 'outlook'], ['gone', 'edited', 'recreate outlook']]);
row('rule 22, right to change unknown', without('change', null), [['edited', 'same', 'rights-unknown server'], ['same', 'edited', 'merge']]);
row('rule 22, right to remove unknown', without('remove', null), [['gone', 'same', 'rights-unknown server'], ['same', 'gone', 'delete outlook']]);

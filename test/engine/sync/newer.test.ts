// Policy `newer` (rules.md 20): the later change wins, if it is later by enough and both sides say when.
import test from 'ava';
import { winnerOf } from '../../../src/engine/sync/plan-pair.js';
import { anEvent } from '../../support/an-event.js';

const at = (modified: string | undefined): never => ({ id: 'i', version: 'v', uid: 'u', parts: [], fields: anEvent(), ...(modified === undefined ? {} : { modified }) }) as never;

for (const [outlook, server, winner, why] of [
  ['2026-01-10T10:05:00Z', '2026-01-10T10:00:00Z', 'outlook', 'later by more than two minutes'],
  ['2026-01-10T10:00:00Z', '2026-01-10T10:05:00Z', 'server', 'earlier'],
  ['2026-01-10T10:02:00Z', '2026-01-10T10:00:00Z', 'server', 'later by two minutes and no more'],
  [undefined, '2026-01-10T10:00:00Z', 'server', 'silent'],
  ['2026-01-10T10:05:00Z', undefined, 'server', 'later, as far as one side tells'],
] as const) {
  test(`rule 20: newer: where Outlook's change is ${why}, ${winner} wins`, (t) => { t.is(winnerOf('newer', { outlook: at(outlook), server: at(server) }), winner); });
}

test('rule 20: any other policy is the winner\'s name', (t) => { t.is(winnerOf('outlook', { outlook: at(undefined), server: at('2026-01-10T10:00:00Z') }), 'outlook'); });

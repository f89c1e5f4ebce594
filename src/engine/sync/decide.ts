// The decision table: pure and total (rules.md 17, 18). One cell for what happened on each side since both agreed.
import type { SideName } from '../model/ids.js';
import { other } from '../model/ids.js';
import type { LinkRules } from './link.js';

export type Change = 'same' | 'edited' | 'gone';

/**
 * merge: bring both sides to the merged value, writing only what differs. restore: bring `side` back to the other side's value.
 * unpair: forget the pairing and leave the item. rights-unknown: nothing until the right is proven (rules.md 22).
 */
export type Verdict =
  | { readonly do: 'nothing' | 'merge' | 'forget' | 'unpair' }
  | { readonly do: 'restore' | 'delete' | 'recreate' | 'rights-unknown'; readonly side: SideName };

interface Situation {
  readonly outlook: Change;
  readonly server: Change;
  readonly origin: SideName | 'both';
}

const NOTHING: Verdict = { do: 'nothing' };
const on = (verb: 'restore' | 'delete' | 'recreate', side: SideName): Verdict => ({ do: verb, side });

/** Both ways. An edit beats a deletion. */
function bothWays(outlook: Change, server: Change): Verdict {
  switch (`${outlook},${server}` as const) {
    case 'same,same': return NOTHING;
    case 'same,edited': case 'edited,same': case 'edited,edited': return { do: 'merge' };
    case 'same,gone': return on('delete', 'outlook');
    case 'gone,same': return on('delete', 'server');
    case 'edited,gone': return on('recreate', 'server');
    case 'gone,edited': return on('recreate', 'outlook');
    case 'gone,gone': return { do: 'forget' };
  }
}

/** `to` follows the other side. What was born on the following side is never deleted there. */
function oneWay(to: SideName, situation: Situation): Verdict {
  const follower = situation[to], leader = situation[other(to)];
  switch (`${follower},${leader}` as const) {
    case 'same,same': return NOTHING;
    case 'edited,same': case 'same,edited': case 'edited,edited': return on('restore', to);
    case 'gone,same': case 'gone,edited': return on('recreate', to);
    case 'same,gone': case 'edited,gone': return situation.origin === to ? { do: 'unpair' } : on('delete', to);
    case 'gone,gone': return { do: 'forget' };
  }
}

/** What a verdict would do to a side, as the right it needs there. */
function needs(verdict: Verdict, side: SideName, changedOpposite: boolean): 'add' | 'change' | 'remove' | null {
  if (verdict.do === 'merge') return changedOpposite ? 'change' : null;
  if (!('side' in verdict) || verdict.side !== side) return null;
  return verdict.do === 'delete' ? 'remove' : verdict.do === 'recreate' ? 'add' : 'change';
}

/** The verdict under a link's direction and rights: what a missing right forbids is undone as on a one-way link (rules.md 22). */
export function decide(situation: Situation, rules: LinkRules): Verdict {
  if (rules.direction.way === 'one') return oneWay(rules.direction.to, situation);
  const verdict = bothWays(situation.outlook, situation.server);
  for (const side of ['server', 'outlook'] as const) {
    const right = needs(verdict, side, situation[other(side)] === 'edited');
    if (right === null || rules.rights[side][right] === true) continue;
    return rules.rights[side][right] === null ? { do: 'rights-unknown', side } : oneWay(other(side), situation);
  }
  return verdict;
}

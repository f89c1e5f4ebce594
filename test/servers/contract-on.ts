// The side contract on a real server. What a server validates away nobody can put there: no unreadable item then.
import test from 'ava';
import { ABILITIES } from '../../src/engine/side/contract/bench.js';
import type { Ability } from '../../src/engine/side/contract/bench.js';
import type { Kind } from '../../src/engine/model/ids.js';
import { runContract } from '../contract/run-contract.js';
import type { RealServer } from '../support/servers/real-server.js';
import { serverBench } from '../support/servers/server-bench.js';

/** Abilities that a server lacks, for a kind. */
const LACKS: Readonly<Record<string, Readonly<Partial<Record<Kind, readonly Ability[]>>>>> = {
  radicale: { event: ['unreadable'] }, sabre: { event: ['unreadable'] }, 'sabre-twin': { event: ['unreadable'] },
  // addressbook-query with a text-match is answered 500 (reference Q13), and one UID is taken twice.
  xandikos: { contact: ['uidUnique'] },
};

const UNESCAPED = 'the server takes the backslashes of a UID for escapes and stores what they stand for';

/** Cases that a server breaks, measured on Debian 12's versions 2026-11-22. */
const BREAKS: Readonly<Record<string, Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>>>> = {
  cyrus: { contact: { 'a UID with commas, semicolons and backslashes is kept': UNESCAPED } },
  xandikos: {
    event: {
      'a UID with commas, semicolons and backslashes is kept': UNESCAPED,
      'one-line texts with quotes, code, markup, emoji and long lines come back as narrow says': 'a backslash before a letter is lost',
    },
  },
};

export function contractOn(name: string, start: () => Promise<RealServer>): void {
  let server: RealServer;
  test.before(async () => { server = await start(); });
  test.after.always(async () => { await (server as RealServer | undefined)?.stop(); });
  for (const kind of ['event', 'contact'] as const) {
    const able = ABILITIES.filter((ability) => !(LACKS[name]?.[kind] ?? []).includes(ability));
    runContract(test.serial as typeof test, { title: name, kind, able, knownToFail: BREAKS[name]?.[kind] ?? {}, open: () => serverBench(server, kind) });
  }
}

// The side contract through COM: each case on a mailbox of its own, opened in the server by the desk's door.
import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { outlookDesk } from '../../../src/engine/codec/outlook/outlook-codec.js';
import type { Kind } from '../../../src/engine/model/ids.js';
import { casesFor, type SideBench } from '../../../src/engine/side/contract/bench.js';
import { sideContract } from '../../../src/engine/side/contract/contract.js';
import { ensureFolder } from '../../../src/engine/side/outlook-folders.js';
import { outlookSide } from '../../../src/engine/side/outlook-side.js';
import type { HostCall } from '../../../src/ps-host/protocol.js';
import { heldSample } from '../../../src/engine/side/contract/second-side.js';
import { CODECS, hands } from '../../ps-host/outlook-bench.js';
import { realClock } from '../../support/real-clock.js';
import { ABLE } from './able.js';
import { session, type Session } from './session.js';

const MODULE = fileURLToPath(new URL('../../../../lab/desk/DeskOutlook.psm1', import.meta.url));

async function bench<K extends Kind>(one: Session, kind: K, mailbox: string): Promise<SideBench<K>> {
  let calls = 0;
  // Whoever writes, writes later than what was before, as far as a second can tell.
  const later: HostCall = async (operation, request) => {
    if (operation === 'writeItem') await one.desk.lab('$args[0].Lab.AdvanceClock(2.0)');
    return one.call(operation, request);
  };
  const call: HostCall = (operation, request) => {
    calls += 1;
    return later(operation, request);
  };
  const facts = await call('open', { outlook: { module: MODULE, function: 'Get-LabOutlook', arguments: { Path: mailbox } }, start: false });
  const { entryId, storeId } = await ensureFolder(call, kind, { name: null });
  const folder = { entryId, storeId };
  const codec = CODECS[kind](outlookDesk(facts));
  const side = (link: string, through: HostCall) => outlookSide({ call: through, clock: realClock, folder, link, codec, newToken: randomUUID, newUid: randomUUID });
  return { side: side('ours', call), calls: () => calls, sample: (n) => heldSample(codec, n), otherHands: hands(one.desk, side('theirs', later), folder) };
}

/** Case -> 'kept', or what was broken. `template` is an empty mailbox; the copies lie beside it. */
export async function contract(environment: Readonly<Record<string, string>>, template: string): Promise<Readonly<Record<string, string>>> {
  const one = session(environment);
  const results: Record<string, string> = {};
  let made = 0;
  for (const kind of ['event', 'contact'] as const) {
    for (const { name, run } of casesFor(sideContract, { kind, able: ABLE })) {
      const mailbox = `${template}.${String(made++)}`;
      copyFileSync(template, mailbox);
      const begun = performance.now();
      results[`${kind}: ${name}`] = await bench(one, kind, mailbox).then((on) => run(on as SideBench<Kind>)).then(() => 'kept', (error: unknown) => String(error));
      process.stderr.write(`${String(Math.round(performance.now() - begun))} ms ${kind}: ${name}\n`);
    }
  }
  await one.close();
  return results;
}

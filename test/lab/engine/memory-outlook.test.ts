// The mailbox in a file keeps the contract of every side.
import test from 'ava';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailboxFile } from '../../../lab/engine/memory-mailbox.js';
import { memoryOutlookSide } from '../../../lab/engine/memory-outlook.js';
import { itemId } from '../../../src/engine/model/ids.js';
import type { Kind } from '../../../src/engine/model/ids.js';
import type { Fields } from '../../../src/engine/model/item.js';
import { casesFor } from '../../../src/engine/side/contract/bench.js';
import type { SideBench } from '../../../src/engine/side/contract/bench.js';
import { sideContract } from '../../../src/engine/side/contract/contract.js';
import { sample } from '../../../src/engine/side/contract/samples.js';
import { realClock } from '../../support/real-clock.js';

function bench<K extends Kind>(kind: K): SideBench<K> {
  const file = mailboxFile(join(mkdtempSync(join(tmpdir(), 'm2k-box-')), 'mailbox.json'));
  const folder = kind === 'event' ? 'calendar' : 'contacts';
  const side = (link: string) => memoryOutlookSide({ file, folder, kind, link, clock: realClock, newToken: randomUUID });
  const theirs = side('theirs');
  const refOf = async (id: string) => (await theirs.list()).items.find((item) => item.id === id)!;
  return {
    side: side('ours'), sample: (n) => sample(kind, n), calls: () => 0,
    otherHands: {
      put: async (item) => (await theirs.create({ item })).id,
      edit: async (id, fields) => {
        for await (const row of theirs.fetch([id])) {
          if (!row.ok) throw row.error;
          const next = { ...row.item.fields, ...fields } as Fields<K>;
          await theirs.update({ ref: await refOf(id), item: { kind, uid: row.item.uid, fields: next }, fields: new Set(Object.keys(fields)) as never, parts: row.item.parts });
        }
      },
      remove: async (id) => { await theirs.delete(await refOf(id), []); },
      putUnreadable: () => Promise.resolve(itemId('none')),
      count: async () => (await theirs.list()).items.length,
    },
  };
}

for (const kind of ['event', 'contact'] as const) {
  for (const { name, run } of casesFor(sideContract, { kind, able: ['uidUnique', 'provesGone'] })) {
    test(`${name} (${kind} in a mailbox file)`, async (t) => {
      await run(bench(kind));
      t.pass();
    });
  }
}

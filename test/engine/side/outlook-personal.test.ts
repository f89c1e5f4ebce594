// The events that Outlook makes by itself for birthdays and anniversaries: not the user's, and not uploaded unless asked.
import test from 'ava';
import { randomUUID } from 'node:crypto';
import { appointmentCodec } from '../../../src/engine/codec/outlook/appointment.js';
import { uid, version } from '../../../src/engine/model/ids.js';
import { outlookSide } from '../../../src/engine/side/outlook-side.js';
import { outlookBenches } from '../../ps-host/outlook-bench.js';
import { realClock } from '../../support/real-clock.js';

test('rule 19: the event of a birthday is not listed unless asked; one that was synced once goes on being', async (t) => {
  const bench = await outlookBenches(t).open('event');
  const side = (personal: 'hidden' | 'listed') => outlookSide({
    call: bench.call, clock: realClock, folder: bench.folder, codec: appointmentCodec({ zone: 'Taipei Standard Time', listSeparator: ',' }), link: 'ours', newToken: randomUUID, newUid: randomUUID, personal,
  });
  await bench.side.create({ item: bench.sample(0) });
  await bench.desk.lab("$c = $args[0].CreateItem(2); $c.FullName = 'Ann Lee'; $c.Birthday = [datetime]'1980-02-29'; $c.Anniversary = [datetime]'2005-06-07'; $c.Save()");
  const hidden = await side('hidden').list(), all = await side('listed').list();
  t.deepEqual([hidden.items.length, hidden.complete, all.items.length], [1, true, 3]);

  const personal = all.items.find(({ id }) => !hidden.items.some((item) => item.id === id))!;
  await side('listed').mark({ id: personal.id, version: version('') }, uid('synced-before'));
  t.is((await side('hidden').list()).items.length, 2);
});

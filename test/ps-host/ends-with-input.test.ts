// Question 10 of the reference (powershell-and-deployment 9), as an installation asks it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { endsWithInput } from '../../src/ps-host/ends-with-input.js';
import { realClock } from '../support/real-clock.js';
import { shells } from './desk.js';
import { newFolder } from './support.js';

test('desk 7: a shell that ends with its input is told from one that goes on, which is ended then', async (t) => {
  const [shell] = shells as [(typeof shells)[number]];
  t.true(await endsWithInput({ ...shell, clock: realClock }));
  const deaf = join(newFolder(), 'deaf');
  writeFileSync(deaf, '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 });
  t.false(await endsWithInput({ executable: deaf, clock: { ...realClock, sleep: () => Promise.resolve() } }));
  await t.throwsAsync(endsWithInput({ executable: '/nowhere/powershell', clock: realClock }), { code: 'ENOENT' });
});

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import type { Clock } from '../../src/engine/clock.js';
import { M2KError } from '../../src/engine/errors.js';
import { stand } from './support.js';

const OPEN = { outlook: { module: null, function: 'Get-M2KOutlook', arguments: {} }, start: true };

/** Time passes only in sleeps that ask for less than `patience`: the driver's waits pass at once, its time limits never. */
function hastyClock(patience: number): Clock & { readonly waits: number[] } {
  let now = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    sleep: (ms, signal) => {
      if (ms >= patience) return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}

for (const hresult of ['0x80010001', '0x8001010A']) {
  test(`desk 9: a busy Outlook (${hresult}) is asked again for 30 seconds, then the call is Busy`, async (t) => {
    const clock = hastyClock(5000);
    const { ask, noted } = stand(t, '', { clock, timeouts: { startMs: 20_000, callMs: 20_000, quitMs: 20_000 } });
    const failure = { code: 'Busy', message: 'call rejected', hresult };
    const error = await t.throwsAsync(ask('echo', { failure }), { instanceOf: M2KError });
    t.like(error, { code: 'Busy', data: { reason: 'outlook-busy', hresult } });
    const asked = noted().filter((line) => line.startsWith('op echo')).length;
    t.is(asked, clock.waits.length + 1);
    const waited = clock.waits.reduce((sum, ms) => sum + ms, 0);
    t.true(waited <= 30_000 && waited > 25_000, `waited ${waited} ms`);
  });
}

for (const [why, failure] of Object.entries({
  'was partly saved': { code: 'Busy', message: 'call rejected', part: true },
  'is open and unsaved': { code: 'Busy', message: 'unsaved changes', reason: 'open-unsaved' },
})) {
  test(`rule 31: a busy item that ${why} is not asked again`, async (t) => {
    const { ask, noted } = stand(t);
    await t.throwsAsync(ask('writeItem', { failure }), { instanceOf: M2KError });
    t.is(noted().filter((line) => line.startsWith('op writeItem')).length, 1);
  });
}

test('rule 3: a write whose host dies has an unknown outcome, a read has not', async (t) => {
  const { ask } = stand(t);
  t.like(await t.throwsAsync(ask('writeItem', { act: 'kill' })), { code: 'Unavailable', data: { reason: 'outcome-unknown' } });
  t.like(await t.throwsAsync(ask('readItems', { act: 'kill' })), { code: 'Unavailable', data: { reason: 'host-died' } });
});

test('desk 4: a reply of another request, or none, is an error and its shell is not used again', async (t) => {
  const { ask } = stand(t);
  const first = await ask('echo', { act: 'pid' });
  t.like(await t.throwsAsync(ask('echo', { act: 'no reply' })), { code: 'Unavailable', data: { reason: 'host-garbled' } });
  const second = await ask('echo', { act: 'pid' });
  t.like(await t.throwsAsync(ask('echo', { act: 'another reply' })), { code: 'Unavailable', data: { reason: 'host-garbled' } });
  t.is(new Set([first, second, await ask('echo', { act: 'pid' })]).size, 3);
});

test('desk 8: the next shell opens Outlook again without starting it and knows that we may quit it', async (t) => {
  const { ask, host, noted } = stand(t);
  await host.call('open', OPEN);
  await ask('echo', { act: 'kill' }).catch(() => undefined);
  await ask('echo', {});
  t.deepEqual(noted().filter((line) => line.startsWith('op ')), ['op open ', 'op echo =kill', 'op open ', 'op echo ']);
});

test('a lost host is told by `died`, one that was closed is not', async (t) => {
  const { ask, host } = stand(t);
  await ask('echo', { act: 'exit', code: 9 }).catch(() => undefined);
  t.like(await host.died, { code: 'Unavailable', data: { reason: 'host-died' } });
  const other = stand(t);
  await other.ask('echo', {});
  await other.host.close();
  t.is(await Promise.race([other.host.died.then(() => 'told'), new Promise((done) => setImmediate(done, 'quiet'))]), 'quiet');
});

for (const [words, reason] of [['exit78', 'module-refused'], ['exit79', 'constrained-language'], ['mute', 'host-silent']] as const) {
  test(`desk 3: a host that cannot run our module (${words}) is PolicyBlocked: ${reason}`, async (t) => {
    const { ask } = stand(t, words, { timeouts: { startMs: 1000 } });
    t.like(await t.throwsAsync(ask('echo', {})), { code: 'PolicyBlocked', data: { reason } });
  });
}

test('a shell that ends at once with 2 is started once more', async (t) => {
  const { ask, noted } = stand(t, 'stillborn');
  t.is(await ask('echo', { value: 'here' }), 'here');
  t.is(noted().filter((line) => line.startsWith('argv')).length, 2);
});

test('desk 2: the host has the environment of a list, not ours', async (t) => {
  process.env['PSModulePath'] = '/decoy';
  process.env['NODE_OPTIONS'] = process.env['NODE_OPTIONS'] ?? '';
  process.env['M2K_SECRET'] = 'pa55';
  const { ask, noted } = stand(t);
  await ask('echo', {});
  const names = noted()[1]!.split(' ').slice(1);
  t.deepEqual(names.filter((name) => /^(PSModulePath|NODE_|M2K_SECRET)/i.test(name)), []);
  t.true(names.includes('TERM') && names.includes('NO_COLOR') && names.includes('PATH'));
});

test('desk 4: payload files left by a run that died are swept at start, foreign files are not', (t) => {
  const { folder } = stand(t);
  const ipc = join(folder, 'ipc');
  mkdirSync(ipc, { recursive: true });
  const left = join(ipc, `${'a'.repeat(32)}.json`);
  writeFileSync(left, '{}');
  writeFileSync(join(ipc, 'notes.txt'), '');
  stand(t, '', { ipcFolder: ipc });
  t.false(existsSync(left));
  t.true(existsSync(join(ipc, 'notes.txt')));
});

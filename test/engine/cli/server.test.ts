// What a user asks of the server besides syncing: adding and forgetting by owner, the check; and what a quiet run costs.
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officeSeed } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import type { Mail2000, Mail2000Options } from '../../../lab/mail2000/server.js';
import type { CollectionView } from '../../../src/engine/cli/records.js';
import { connected } from './lab-engine.js';
import type { LabEngine, Served } from './lab-engine.js';

async function rig(t: ExecutionContext, options: Mail2000Options = {}): Promise<{ readonly server: Mail2000; readonly engine: LabEngine }> {
  const server = await startMail2000({ office: officeSeed(), ...options });
  t.teardown(() => server.close());
  return { server, engine: await connected(server.origin) };
}

const collectionsOf = ({ last }: Served): readonly CollectionView[] => (last.t === 'result' && last.command === 'collections' ? last.value.collections : []);

test('a quiet run asks one request a home that holds something, for all that lies in it', async (t) => {
  const { server, engine } = await rig(t);
  await engine.request({ command: 'sync', accept: ['firstRun'] });
  await engine.request({ command: 'sync' });
  server.resetLog();
  const { last } = await engine.request({ command: 'sync' });
  t.is(last.exitCode === 0 || last.exitCode === 3, true);
  // Two calendars in one home, one book in the other.
  t.deepEqual(server.counts(), { PROPFIND: 2 });
});

test('what was found is remembered with its date, and found again when a day has passed', async (t) => {
  const { server, engine } = await rig(t);
  const memory = JSON.parse(readFileSync(join(engine.profile, 'server.json'), 'utf8')) as { readonly foundAt: string; readonly places: { readonly homes: readonly unknown[] } };
  t.true(Date.now() - Date.parse(memory.foundAt) < 600_000);
  t.true(memory.places.homes.length >= 2);
  server.resetLog();
  await engine.request({ command: 'sync', whatIf: true });
  t.is(server.log.filter(({ path }) => path.includes('/principals/')).length, 0);
});

test('a colleague\'s calendar is added by the owner alone, told with its colour, source and rights, and forgotten by the owner', async (t) => {
  const { engine } = await rig(t);
  const added = collectionsOf(await engine.request({ command: 'collections', owner: 'meiling@example.com.tw' })).find(({ href }) => href.includes('meiling'));
  t.like(added, { scope: 'shared', source: 'given', enabled: false, rightsFrom: 'told', rights: { add: false, change: false, remove: false } });
  t.true(Date.now() - Date.parse(added?.rightsAt ?? '') < 600_000);
  const left = collectionsOf(await engine.request({ command: 'collections', remove: 'meiling@example.com.tw' }));
  t.is(left.find(({ href }) => href.includes('meiling')), undefined);
  t.like((await engine.request({ command: 'collections', remove: 'meiling@example.com.tw' })).last, { t: 'error', id: 'M2K.Settings.nothing-added' });
  t.like((await engine.request({ command: 'collections', owner: 'nobody@example.com.tw' })).last, { t: 'error', id: 'M2K.Settings.not-granted' });
});

test('the check gives a verdict a row, keeps what it measured, and writes only when told to', async (t) => {
  const { server, engine } = await rig(t);
  server.resetLog();
  const { last } = await engine.request({ command: 'check-server' });
  t.is(last.t === 'result' && last.command === 'check-server' ? last.value.rows.find(({ row }) => row === 'M10')?.verdict : '', 'unknown');
  t.is(server.counts()['PUT'], undefined);
  const written = await engine.request({ command: 'check-server', write: true });
  t.is(written.last.t === 'result' && written.last.command === 'check-server' ? written.last.value.rows.find(({ row }) => row === 'M10')?.verdict : '', 'yes');
  const { traits } = JSON.parse(readFileSync(join(engine.profile, 'server.json'), 'utf8')) as { readonly traits: { readonly write: { readonly ifNoneMatch: string } } };
  t.is(traits.write.ifNoneMatch, 'refused');
});

test('a server that asks to be left alone is not asked by the timer until then', async (t) => {
  const { server, engine } = await rig(t);
  server.faults.add({ method: 'PROPFIND', times: 50, fault: { kind: 'answer', status: 503, retryAfter: 3600 } });
  t.is((await engine.request({ command: 'sync', scheduled: true })).last.exitCode, 75);
  server.faults.clear();
  server.resetLog();
  t.like((await engine.request({ command: 'sync', scheduled: true })).last, { t: 'error', exitCode: 75 });
  t.is(server.log.length, 0);
  await engine.request({ command: 'sync', whatIf: true });
  t.true(server.log.length > 0);
});

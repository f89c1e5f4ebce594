// What administrators decide is read at every run and is never kept as the user's own choice (desk-rules.md 16).
import test from 'ava';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import { ADDRESS, labEngine, SECRET } from './lab-engine.js';

test('desk 16: what policy fills in when the user connects is not stored: without the policy the user is as before', async (t) => {
  const server = await startMail2000({ office: smallOffice() }), engine = labEngine();
  t.teardown(() => server.close());
  const left = [{ from: 'machinePolicy', name: 'Proxy', value: 'none' }, { from: 'machineDefault', name: 'AllowHttp', value: 1 }, { from: 'machinePolicy', name: 'Language', value: 'zh-TW' }] as const;
  engine.policy({ from: 'userPolicy', name: 'Preset', value: 'generic' }, { from: 'machinePolicy', name: 'CalDavUrl', value: '/nowhere/' }, ...left);
  const asked = { command: 'connect', address: ADDRESS, host: server.origin, secret: SECRET, keepSecret: true };
  t.is((await engine.request(asked)).last.t, 'error', 'the policy holds');
  engine.policy(...left);
  t.is((await engine.request(asked)).last.t, 'result');
  const kept = JSON.parse(readFileSync(join(engine.profile, 'settings.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  t.deepEqual(kept['account'], { address: ADDRESS, host: server.origin });
  t.is(kept['language'], undefined);
  t.is((await engine.request({ command: 'sync' })).exitCode, 0, 'places found under a policy are those of the account under it');
});

test('desk 16: a preset that nobody chose is the administrator\'s default, else mail2000', async (t) => {
  const server = await startMail2000({ office: smallOffice() }), engine = labEngine();
  t.teardown(() => server.close());
  const preset = async (): Promise<unknown> => {
    const { last } = await engine.request({ command: 'check-server' });
    return last.t === 'result' && last.command === 'check-server' ? (JSON.parse(last.value.report) as { readonly preset: string }).preset : last.t === 'error' ? last.id : null;
  };
  await engine.request({ command: 'connect', address: ADDRESS, host: server.origin, secret: SECRET, keepSecret: true });
  t.is(await preset(), 'mail2000');
  engine.policy({ from: 'machineDefault', name: 'Preset', value: 'generic' });
  // The lab serves nothing at the well-known places, which are all that the generic preset tries.
  t.is(await preset(), 'M2K.Unavailable.not-a-dav-server');
});

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { saveSecret } from '../../src/ps-host/save-secret.js';
import { realClock } from '../support/real-clock.js';
import { PRODUCT_HOST, shells, startDesk } from './desk.js';
import { newFolder } from './support.js';

const SECRET = `密碼 'q" $(x) 😀\u0001 ${'x'.repeat(300)}`;

for (const shell of shells) {
  test.serial(`desk 5: a secret that PowerShell stored is what getSecret gives (${shell.name})`, async (t) => {
    const folder = newFolder();
    const path = join(folder, "it's", 'account.secret');
    const { executable, executableOptions } = shell;
    await saveSecret({ secret: SECRET, path, executable, executableOptions, hostModule: PRODUCT_HOST, clock: realClock });
    t.is(statSync(path).mode & 0o777, 0o600);
    t.deepEqual(readdirSync(join(folder, "it's")), ['account.secret']);
    t.false(readFileSync(path, 'utf8').includes('密碼'));
    const { host } = startDesk(t, shell);
    t.deepEqual(await host.call('getSecret', { path }), { secret: SECRET });
  });
}

const [{ executable, executableOptions }] = shells as [(typeof shells)[number]];

test.serial('desk 5: a secret that is missing or cannot be decrypted must be entered again', async (t) => {
  const { host, folder } = startDesk(t, shells[0]!);
  const path = join(folder, 'account.secret');
  t.like(await t.throwsAsync(host.call('getSecret', { path })), { code: 'Unauthorized', data: { reason: 'secret-missing' } });
  writeFileSync(path, 'of another machine');
  t.like(await t.throwsAsync(host.call('getSecret', { path })), { code: 'Unauthorized', data: { reason: 'secret-unreadable' } });
});

test.serial('a secret that cannot be stored is an error and leaves the former one', async (t) => {
  const path = join(newFolder(), 'account.secret');
  const save = { secret: 'new', path, executable, executableOptions, clock: realClock };
  writeFileSync(path, 'former');
  const error = await t.throwsAsync(saveSecret({ ...save, hostModule: '/nowhere/Host.psm1' }));
  t.like(error, { code: 'Unavailable', data: { reason: 'secret-not-saved' } });
  t.false(JSON.stringify(error).includes(Buffer.from('new').toString('base64')), 'it was not taken for a command');
  t.is(readFileSync(path, 'utf8'), 'former');
  t.like(await t.throwsAsync(saveSecret({ ...save, executable: '/nowhere/powershell', hostModule: PRODUCT_HOST })), { code: 'Unavailable' });
});

// The sixteen defects of node-powershell 5.0.1 (reference 1.3), each against a shell that provokes it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { M2KError } from '../../src/engine/errors.js';
import { HostSession } from '../../src/ps-host/session.js';
import { WINDOWS_POWERSHELL_OPTIONS } from '../../src/ps-host/windows-powershell.js';
import { realClock } from '../support/real-clock.js';
import { newFolder, stand, standIn } from './support.js';

for (const words of ['', 'crlf', 'coalesce', 'crlf,coalesce']) {
  test(`desk 4: defect 1, every call is answered when output comes as: ${words || 'lines as written'}`, async (t) => {
    const { ask } = stand(t, words);
    const calls = Array.from({ length: 40 }, (_, n) => ask('echo', { value: `call ${n}` }));
    t.deepEqual(await Promise.all(calls), calls.map((_, n) => `call ${n}`));
  });
}

test('desk 4: defect 2, a shell that exits with code 0 in a command is lost, not answered', async (t) => {
  const { ask } = stand(t);
  const error = await t.throwsAsync(ask('echo', { act: 'exit', code: 0 }), { instanceOf: M2KError });
  t.like(error, { code: 'Unavailable', data: { reason: 'host-died' } });
});

test('desk 4: defect 3, a call behind one whose shell dies is done by the next shell', async (t) => {
  const { ask } = stand(t);
  const first = await ask('echo', { act: 'pid' });
  const [died, served] = await Promise.allSettled([ask('echo', { act: 'exit', code: 3 }), ask('echo', { act: 'pid' })]);
  t.is(died.status, 'rejected');
  t.is(served.status, 'fulfilled');
  t.not((served as PromiseFulfilledResult<unknown>).value, first);
});

test('desk 4: defect 4, an executable that does not exist is an error of the call', async (t) => {
  const { ask, host } = stand(t, '', { executable: '/nowhere/powershell.exe' });
  const error = await t.throwsAsync(ask('echo', {}), { instanceOf: M2KError });
  t.like(error, { code: 'Unavailable', data: { reason: 'host-not-started' } });
  await host.close();
});

test('desk 4: defect 5, a command that takes too long ends its shell and the next call has a new one', async (t) => {
  const { ask } = stand(t, '', { timeouts: { callMs: 300 } });
  const first = await ask('echo', { act: 'pid' });
  const error = await t.throwsAsync(ask('echo', { act: 'hang' }), { instanceOf: M2KError });
  t.like(error, { code: 'Unavailable', data: { reason: 'host-silent' } });
  const second = await ask('echo', { act: 'pid' });
  t.not(second, first);
  t.throws(() => process.kill(first as number, 0), { code: 'ESRCH' });
});

test('desk 4: defect 6, closing during a command never makes it a success', async (t) => {
  const { ask, host } = stand(t, '', { timeouts: { quitMs: 100 } });
  await ask('echo', {});
  const running = ask('writeItem', { act: 'hang' });
  await new Promise(setImmediate);
  const closed = host.close();
  const error = await t.throwsAsync(running, { instanceOf: M2KError });
  t.like(error, { code: 'Unavailable', data: { reason: 'outcome-unknown' } });
  await closed;
});

test('desk 5: defect 7, no command and no reply is kept after its call', async (t) => {
  const folder = newFolder();
  const session = await HostSession.start({
    executable: standIn(folder), executableOptions: {}, environment: { PATH: process.env['PATH'] ?? '' }, hostModule: '/m2k/Host.psm1',
    ipcFolder: folder, clock: realClock, startMs: 5000, log: () => undefined,
  });
  t.teardown(() => session.end(1000));
  await session.request({ operation: 'getSecret', body: { value: 'pa55' }, timeoutMs: 5000 });
  t.is(session.child.history.length, 0);
});

test('desk 4: defect 8, a large reply comes in pages of at most 1 MB', async (t) => {
  const { ask, noted } = stand(t);
  const value = '約會'.repeat(500_000);
  t.is(await ask('echo', { value }), value);
  t.is(noted().filter((line) => line.startsWith('in Invoke-M2KRequest')).length, 6);
});

test('desk 4: defects 9 and 11, bytes that are not UTF-8 and words on stderr change no answer and reach the log', async (t) => {
  const heard: string[] = [];
  const { ask } = stand(t, '', { log: (text) => heard.push(text) });
  t.is(await ask('echo', { act: 'noise', value: '中文' }), '中文');
  t.true(heard.join('').includes('WARNING: progress'));
});

test('desk 4: defects 10 and 14, a command is one line that holds an operation and an id, whatever the data', async (t) => {
  const { ask, noted } = stand(t);
  for (const value of ['$(Remove-Item x)', "it's \"q\"", 'a`nb', 'line\r\nline', '; exit']) t.is(await ask('echo', { value }), value);
  const mode = String.raw`\$ExecutionContext\.SessionState\.LanguageMode`;
  const known = new RegExp([
    String.raw`^in (Import-Module '[^']+' -ArgumentList '[^']+', \d+`,
    String.raw`if \(-not \(Get-Command Write-M2KMark -ErrorAction Ignore\)\) \{ exit 78 \+ \(${mode} -ne 'FullLanguage'\) \}`,
    String.raw`Write-M2KMark \w{16}( -ToError)?`,
    String.raw`Get-M2KLanguageMode [0-9a-f]{32} ${mode}`,
    String.raw`Invoke-M2KRequest [0-9a-f]{32})$`,
  ].join('|'));
  t.deepEqual(noted().filter((line) => line.startsWith('in ') && !known.test(line)), []);
});

test('desk 7: defect 12, nothing keeps node alive after close', async (t) => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('open-and-close.js', import.meta.url))], { stdio: 'ignore' });
  t.teardown(() => child.kill());
  t.deepEqual(await once(child, 'exit'), [0, null]);
});

test.serial('desk 1: defect 13, NODE_POWERSHELL does not replace the executable', async (t) => {
  process.env['NODE_POWERSHELL'] = '/nowhere/evil';
  t.teardown(() => delete process.env['NODE_POWERSHELL']);
  t.is(await stand(t).ask('echo', { value: 'ours' }), 'ours');
});

test('desk 1: defect 15, the shell starts without profile and prompts, in an STA', async (t) => {
  const { ask, noted } = stand(t);
  await ask('echo', {});
  t.is(noted()[0], 'argv -NoLogo -NoProfile -NonInteractive -Sta -ExecutionPolicy Bypass -NoExit -Command -');
  t.is(WINDOWS_POWERSHELL_OPTIONS['-Sta'], true);
});

test('desk 8: defect 16, the shell is asked to quit and its stdin is ended before anything is killed', async (t) => {
  const { ask, host, noted } = stand(t);
  await ask('echo', {});
  await host.close();
  t.deepEqual(noted().filter((line) => /^(op|end)/.test(line)).slice(-2), ['op quit ', 'end of stdin']);
});

test('desk 4: no payload file is left, neither read nor unread', async (t) => {
  const { ask, folder } = stand(t);
  await ask('echo', { value: 'x'.repeat(300_000) });
  await ask('echo', { act: 'kill' }).catch(() => undefined);
  t.deepEqual(readdirSync(join(folder, 'ipc')), []);
});

// The wire through real shells: 7.6, 5.1's manners, and a Constrained session (desk-rules.md 3, 21).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { wireDate, type WireValue } from '../../src/ps-host/wire-value.js';
import { shells, startDesk } from './desk.js';

const HOSTILE: Readonly<Record<string, string>> = {
  empty: '', quotes: `it's "so" ‘smart’ “too”`, expression: '$(Remove-Item x) $env:PATH @{a=1} {0}', backticks: 'a`nb`0', lines: 'a\r\nb\nc\rd\u2028e',
  control: 'a\u0000b\u0001c\u001bd\u007f', emoji: '👩‍👩‍👧 約會 😀', sign: '=#@1', date: '2026-11-22T09:00:00.0000000Z', netDate: '/Date(1700000000000)/',
  json: '{"a":["b"]}\\u0041\\', xml: '<![CDATA[&lt;]]>', mark: 'M2K1 00000000000000000000000000000000 1/1 e30=', bom: '\ufeffx', tabs: '\t \u3000',
};

const VALUES: readonly WireValue[] = [
  null, true, false, 0, -2147483648, 1.5, wireDate('2026-03-29T02:30:00'), wireDate('4501-01-01T00:00:00'), wireDate('1601-04-01T00:00:00'),
  [], ['one'], [[]], [['nested']], [null], ['a', null, 1], {}, { deep: { er: { still: [{ more: 'x' }] } } },
];

for (const shell of shells) {
  test.serial(`desk 4, 21: hostile texts and every kind of value come back as they went (${shell.name})`, async (t) => {
    const { echo } = startDesk(t, shell);
    for (const [name, text] of Object.entries(HOSTILE)) t.is(await echo(text), text, name);
    t.deepEqual(await echo(HOSTILE as unknown as WireValue), HOSTILE as unknown as WireValue);
    t.is(await echo('lone \ud800 one'), 'lone \ufffd one');
    for (const value of VALUES) t.deepEqual(await echo(value), value);
  });

  test.serial(`desk 4: a text of 1 MB comes back as it went, and nothing is left in the ipc folder (${shell.name})`, async (t) => {
    const { echo, folder } = startDesk(t, shell);
    for (const piece of ['約會', '"\u0000', '😀\\']) {
      const text = piece.repeat(1_000_000 / piece.length);
      t.true((await echo(text)) === text);
    }
    t.deepEqual(readdirSync(join(folder, 'ipc')), []);
  });
}

const [shell] = shells;

test.serial('desk 4: an operation that is not in the list, or a key its function has no parameter for, is a bad request', async (t) => {
  const { host, echo } = startDesk(t, shell!);
  const ask = host.call as unknown as (op: string, body: unknown) => Promise<WireValue>;
  await t.throwsAsync(ask('Remove-Item', { path: '/' }), { message: /BadRequest: No operation/ });
  await t.throwsAsync(ask('getSecret', { path: '/nowhere', debug: 'x' }), { message: /BadRequest/ });
  await t.throwsAsync(ask('ping', {}), { message: /BadRequest: 'ping' before 'open'/ });
  t.is(await echo('still here'), 'still here');
});

test.serial('desk 2: a decoy Utility module on PSModulePath is not loaded', async (t) => {
  const before = process.env['PSModulePath'];
  const { echo, folder } = startDesk(t, shell!);
  const decoy = join(folder, 'Microsoft.PowerShell.Utility');
  mkdirSync(decoy);
  writeFileSync(join(decoy, 'Microsoft.PowerShell.Utility.psm1'), "function ConvertFrom-Json { 'decoy' }\nfunction ConvertTo-Json { 'decoy' }\n");
  process.env['PSModulePath'] = folder;
  t.teardown(() => {
    if (before === undefined) delete process.env['PSModulePath'];
    else process.env['PSModulePath'] = before;
  });
  t.is(await echo('real'), 'real');
});

test.serial('desk 7: node killed hard leaves no host behind, even one in the middle of a command', async (t) => {
  for (const command of ['idle', 'busy']) {
    const program = fileURLToPath(new URL('hold-a-host.js', import.meta.url));
    const child = spawn(process.execPath, [program, command], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const hostId = Number(line);
    t.notThrows(() => process.kill(hostId, 0));
    child.kill('SIGKILL');
    let alive = true;
    for (let tries = 0; alive && tries < 100; tries++) {
      await sleep(100);
      try {
        process.kill(hostId, 0);
      } catch {
        alive = false;
      }
    }
    t.false(alive, command);
  }
});

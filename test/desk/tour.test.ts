// The whole product on the desk, as npm run desk shows it: cmdlets in Windows PowerShell, Windows Node, Outlook by COM, the lab's server over HTTP.
import { spawn, spawnSync } from 'node:child_process';

import test from 'ava';

import { endOutlook, root } from './windows.js';

test('a two-way sync with edits on both sides and held deletions, typed in the desk\'s Windows PowerShell, ends as it should', async (t) => {
  await endOutlook();
  const child = spawn(process.execPath, ['dist/lab/desk/main.js', '--desk', process.env['M2K_DESK'] ?? ''], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const code = await new Promise((resolve) => { child.on('close', resolve); });
  t.is(code, 0, said);
  t.regex(said, /In step: \d+ items, nothing to do\.[^]*That was the whole way, there and back\./u);
});

test('desk 17: the desk\'s entry to the engine refuses to run anywhere but under Wine', (t) => {
  const { status, stderr } = spawnSync(process.execPath, ['dist/lab/desk/m2ksync-desk.js', 'status'], { cwd: root, encoding: 'utf8' });
  t.not(status, 0);
  t.regex(stderr, /runs under Wine only/u);
});

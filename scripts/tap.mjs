// Reads AVA's TAP as it comes: shows what failed, and counts. AVA's own closing line is not the plain one that machines read.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Passwords of the lab's users, plain and as Basic carries them: none of them is ever output of anything. */
const SECRETS = Object.entries({ xiaoming: ['lab-王小明-1', 'lab-app-xiaoming'], meiling: ['lab-meiling-1', 'lab-app-meiling'], dahua: ['lab-dahua-1'] })
  .flatMap(([user, passwords]) => passwords.flatMap((password) => [password, Buffer.from(`${user}@example.com.tw:${password}`).toString('base64')]));

export const namesSecret = (text) => SECRETS.some((secret) => text.includes(secret));

/** Line by line; `show` is given the lines of failures. Gives { passed, failed, skipped, notes }: what passing tests logged. */
export async function countTap(stream, show) {
  const counts = { passed: 0, failed: 0, skipped: 0, notes: [] };
  let failing = false;
  for await (const line of createInterface({ input: stream })) {
    if (namesSecret(line)) { counts.failed += 1; show('not ok - a password of the lab is in the output of the suite'); }
    const outcome = /^(not )?ok \d+ - (.*)$/.exec(line);
    if (outcome === null) {
      if (failing && line !== '# tests' && !/^\d+\.\.\d+$/.test(line)) show(line);
      else if (/^# {3}/.test(line)) counts.notes.push(line.slice(2).trim());
      continue;
    }
    failing = outcome[1] !== undefined;
    if (/# (SKIP|TODO)/.test(line)) counts.skipped += 1;
    else counts[failing ? 'failed' : 'passed'] += 1;
    if (failing) show(line);
  }
  return counts;
}

/** AVA over the files that are named, by a config that leaves nothing out. { passed, failed, notes }; a file that died, or ran nothing, is a failure although no test says so. */
export async function avaRun(node, args, { cwd, env }) {
  const child = spawn(node, ['node_modules/ava/entrypoints/cli.js', '--config', 'scripts/ava.all.mjs', '--tap', ...args], { cwd, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NO_COLOR: '1', ...env } });
  const ended = new Promise((resolve) => { child.on('exit', (status) => { resolve(status ?? 1); }); });
  const { passed, failed, notes } = await countTap(child.stdout, (line) => { process.stdout.write(`${line}\n`); });
  const dead = (await ended !== 0 && failed === 0) || passed + failed === 0 ? 1 : 0;
  return { passed, failed: failed + dead, notes };
}

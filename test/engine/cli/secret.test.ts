// A password that was changed on the server: one attempt by the timer, one notice, and another password at once (desk-rules.md 5).
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import { SECRET, connected } from './lab-engine.js';
import type { LabEngine } from './lab-engine.js';

async function office(t: ExecutionContext) {
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const engine = await connected(server.origin);
  await engine.request({ command: 'sync' });
  return { server, engine };
}
const secretFile = (engine: LabEngine): string => join(engine.profile, 'credentials', 'server.secret');
const wrong = (engine: LabEngine, text = 'wrong'): void => { writeFileSync(secretFile(engine), Buffer.from(text, 'utf16le').toString('hex')); };
const refusals = (server: Awaited<ReturnType<typeof startMail2000>>): number => server.log.filter(({ status }) => status === 401).length;
/** The timer comes by when its interval is over. */
async function tick(engine: LabEngine): Promise<number | null> {
  const file = join(engine.profile, 'last-run.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')) as object, scheduled: null }));
  return (await engine.command(['scheduled'])).exitCode;
}
const posts = (engine: LabEngine): readonly { readonly subject: string; readonly body: string }[] => engine.mailbox().posts ?? [];

test('desk 5: after the server refused the password the timer does not send it again, and tells once', async (t) => {
  const { engine, server } = await office(t);
  wrong(engine);
  t.is(await tick(engine), 5);
  const after = refusals(server), asked = server.log.length;
  t.true(after > 0);
  for (let n = 0; n < 3; n += 1) t.is(await tick(engine), 5);
  t.is(server.log.length, asked, 'the server was not asked again');
  t.is(posts(engine).length, 1);
  t.regex(posts(engine)[0]!.body, /Set-M2KSyncCredential/);
  t.notRegex(readFileSync(join(engine.profile, 'refused.json'), 'utf8'), /wrong|77726f6e67/i);
  // A person is not kept from trying.
  await engine.request({ command: 'sync' });
  t.true(refusals(server) > after);
  t.is(posts(engine).length, 1, 'and is told by the error alone');
});

test('desk 5: the next day the timer tries once more; another password is tried at once and ends it', async (t) => {
  const { engine, server } = await office(t);
  wrong(engine);
  await tick(engine);
  const refused = join(engine.profile, 'refused.json'), noted = JSON.parse(readFileSync(refused, 'utf8')) as { at: number };
  writeFileSync(refused, JSON.stringify({ ...noted, at: noted.at - 25 * 3_600_000 }));
  const before = refusals(server);
  await tick(engine);
  t.true(refusals(server) > before);
  t.is(posts(engine).length, 1, 'the same password is told once');
  t.like((await engine.request({ command: 'secret', secret: SECRET, keepSecret: true })).last, { t: 'result', value: { kept: true } });
  // The file's time is what tells one password from another.
  utimesSync(secretFile(engine), new Date(), new Date(Date.now() + 5000));
  t.is(await tick(engine), 0);
  t.false(existsSync(refused));
});

test('B7: another password is tried before it is kept; a wrong one leaves the former', async (t) => {
  const { engine } = await office(t);
  const former = readFileSync(secretFile(engine), 'utf8');
  t.like((await engine.request({ command: 'secret', secret: 'wrong', keepSecret: true })).last, { t: 'error', exitCode: 5 });
  t.is(readFileSync(secretFile(engine), 'utf8'), former);
  t.like(await engine.command(['password'], `${SECRET}\n`), { exitCode: 0 });
  t.like((await engine.request({ command: 'sync' })).last, { exitCode: 0 });
});

test('B7: the password is taken away, all else stays', async (t) => {
  const { engine } = await office(t);
  t.like((await engine.request({ command: 'secret' })).last, { t: 'result', value: { kept: false } });
  t.false(existsSync(secretFile(engine)));
  t.like((await engine.request({ command: 'sync' })).last, { t: 'error', id: 'M2K.Unauthorized.secret-missing', exitCode: 5 });
  t.like((await engine.request({ command: 'status' })).last, { value: { connected: true } });
});

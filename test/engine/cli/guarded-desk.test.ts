// Outlook that asks before programs read it (desk-rules.md 9), over the lab's mailbox file.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { smallOffice } from '../../../lab/mail2000/office-seed.js';
import { startMail2000 } from '../../../lab/mail2000/server.js';
import { connected } from './lab-engine.js';

test('desk 9: once Outlook asked, background runs leave it alone with one note, until the check of the installation passes; a person\'s run always tries', async (t) => {
  t.timeout(600_000);
  const server = await startMail2000({ office: smallOffice() });
  t.teardown(() => server.close());
  const engine = await connected(server.origin), mark = join(engine.profile, 'guarded.json');
  const sync = async (scheduled: boolean): Promise<string> => {
    const { last } = await engine.request({ command: 'sync', scheduled });
    return last.t === 'error' ? last.id : last.command === 'sync' ? last.value.problems.map(({ id }) => id).join() : '';
  };
  const guarded = (now: boolean): void => { engine.changeMailbox((box) => ({ ...box, guarded: now })); };
  const notes = (): number => (engine.mailbox().posts ?? []).filter(({ subject }) => subject.includes('Outlook')).length;
  guarded(true);
  t.regex(await sync(true), /^M2K\.PolicyBlocked\.outlook-guard/);
  t.deepEqual([existsSync(mark), notes()], [true, 1]);
  guarded(false);
  t.is(await sync(true), 'M2K.PolicyBlocked.guarded-before', 'Outlook is not asked again by the timer');
  t.is(await sync(false), '');
  t.true(existsSync(mark), 'somebody may have allowed it for some minutes');
  // The antivirus may be out of date again tomorrow: what is set says nothing yet.
  const facts = join(engine.root, 'mailbox.json.installation');
  writeFileSync(facts, '{"guard":0}');
  await engine.request({ command: 'check-installation' });
  t.true(existsSync(mark));
  writeFileSync(facts, '{"guard":2}');
  await engine.request({ command: 'check-installation' });
  t.false(existsSync(mark));
  t.not(await sync(true), 'M2K.PolicyBlocked.guarded-before');
  guarded(true);
  await sync(false);
  t.deepEqual([existsSync(mark), notes()], [true, 1], 'a person sees the error, and needs no note');
});

// The wire on the desk: Windows Node drives Windows PowerShell, which drives Outlook by COM, through the product's own driver, host and functions.
import test from 'ava';

import { endOutlook, endRpcss, newDeskMailbox, openDesk, runOnDesk, runProgram } from './windows.js';

const desk = openDesk();

let journey: Promise<Record<string, unknown>>;
test.before(async () => {
  await endOutlook();
  await newDeskMailbox('C:\\users\\Public\\lab.mailbox');
  journey = runProgram('journey');
});

test.serial('desk 8: a closed Outlook is said to be closed, started where asked for, and quit by the run that started it', async (t) => {
  const { closed, facts, apartment, gone } = await journey;
  t.is(closed, 'Unavailable outlook-closed');
  t.like(facts, { outlookVersion: '16.0.0.17928', zone: 'Taipei Standard Time', startedOutlook: true, languageMode: 'FullLanguage' });
  t.is(apartment, 'STA');
  t.is(gone, 'Unavailable outlook-closed');
});

test.serial('an appointment is made, listed, read, changed and deleted through COM', async (t) => {
  const { listed, complete, read, changed, left } = await journey;
  t.deepEqual([listed, complete, (read as unknown[]).length, changed, left], [1, true, 1, '改過了', 0]);
});

test.serial('listing a folder of unchanged items is one table read and touches no item', async (t) => {
  const { items, onItems, tables, made, listed, read } = await runProgram('listing') as unknown as Record<'items' | 'onItems' | 'tables', number> & Record<'made' | 'listed' | 'read', { calls: number; ms: number }>;
  t.deepEqual([items, onItems, tables], [20, 0, 1]);
  t.true(listed.calls < 60, `${String(listed.calls)} calls`);
  const each = ({ calls, ms }: { calls: number; ms: number }): string => `${String(Math.round(calls / items))} calls and ${String(Math.round(ms / items))} ms an item, ${(ms / calls).toFixed(1)} ms a call`;
  t.log(`making 20 appointments: ${each(made)}; reading them: ${each(read)}; listing them unchanged: ${String(listed.calls)} calls in all, ${String(listed.ms)} ms`);
});

test.serial('an Outlook that dies in a call fails it with 0x800706BE and the next one with 0x800706BA, and what was saved is there once', async (t) => {
  const { inCall, next } = await runProgram('killed');
  t.regex(String(inCall), /^Unavailable .*0x800706BE$/u);
  t.regex(String(next), /^Unavailable .*0x800706BA$/u);
  await endRpcss();
  t.deepEqual(await runProgram('countKilled'), { items: 1 });
});

test.serial('after the user closed Outlook calls fail as against a dead server, and opening it again starts a new one', async (t) => {
  const { after, again } = await runProgram('quit');
  // 0x800706BE while the process is still ending.
  t.regex(String(after), /^Unavailable outlook-died 0x800706B[AE]$/u);
  t.is(again, 'no error');
});

test.serial('desk 19: a busy Outlook is asked again and is then done; busy for too long is Busy; also at the first touch of a type', async (t) => {
  t.deepEqual(await runProgram('busy'), { short: 'no error', long: 'Busy outlook-busy 0x80010001', later: 'no error', first: 'no error' });
});

test.serial('two runs share one Outlook, and the one that did not start it leaves it running', async (t) => {
  t.deepEqual(await runProgram('two'), { started: [true, false], seen: 1, still: 'no error' });
});

test.serial('desk 8: an elevated session is refused with the reason', async (t) => {
  t.deepEqual(await runProgram('opening', { elevated: true }), { said: 'PolicyBlocked elevated' });
});

test.serial('without a registered Outlook opening fails as no-outlook with 0x80040154', async (t) => {
  await runOnDesk(desk.outlook, ['/unregister'], { elevated: true });
  try {
    t.regex(String((await runProgram('opening'))['said']), /^Unavailable no-outlook 0x80040154$/u);
  } finally {
    await runOnDesk(desk.outlook, ['/register'], { elevated: true });
  }
});

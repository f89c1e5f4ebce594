// `check-outlook` on the lab's Outlook: the contract of the tests as a user runs it (desk-rules.md 23).
import test from 'ava';
import { desk } from './wire-desk.js';

interface Case { readonly kind: string; readonly name: string; readonly ok: boolean; readonly why: string }
const casesIn = ({ last }: { readonly last: unknown }): readonly Case[] => (last as { readonly value: { readonly cases: readonly Case[] } }).value.cases;

const STORES = '@($outlook.Session.Stores | ForEach-Object { $_.DisplayName }) -join ","';
const USERS = '[int] $outlook.Session.GetDefaultFolder(9).Items.Count + [int] $outlook.Session.GetDefaultFolder(10).Items.Count';

test.serial('desk 23: the contract runs in a data file of its own, which is gone afterwards with nothing of the user\'s touched', async (t) => {
  const { command, look } = await desk(t);
  await look("$item = $outlook.Session.GetDefaultFolder(9).Items.Add(); $item.Subject = 'mine'; $item.Save()");
  const before = await look(STORES), checked = await command(['check-outlook', '--only', 'KEEPS what others wrote']);
  t.is(checked.exitCode, 0, JSON.stringify(checked.last));
  t.true(casesIn(checked).length >= 2);
  t.deepEqual([...new Set(casesIn(checked).map(({ kind }) => kind))], ['event', 'contact']);
  t.deepEqual([await look(STORES), await look(USERS)], [before, '1']);
});

test.serial('an Outlook that does not keep the contract is told case by case, with exit code 3, and cleaned up as well', async (t) => {
  const { command, look } = await desk(t);
  const before = await look(STORES);
  await look("$outlook.Lab.ChangeForAll('{\"Licensed\":false}')");
  const checked = await command(['check-outlook', '--only', 'read as sent']);
  t.is(checked.exitCode, 3);
  t.true(casesIn(checked).some(({ ok, why }) => !ok && why !== ''));
  t.is(await look(STORES), before);
});

test.serial('a name that no case has is a mistake of usage', async (t) => {
  const { command } = await desk(t);
  t.is((await command(['check-outlook', '--only', 'no such thing'])).exitCode, 2);
});

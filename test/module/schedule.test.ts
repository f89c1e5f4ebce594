// M7-M9 from the cmdlets down to the scheduler: the lab's, behind the same members as Schedule.Service, asked by the product's host.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { XMLParser } from 'fast-xml-parser';
import { taskFaults } from '../engine/task/task-schema.js';
import { shellPath } from '../support/shell.js';
import { CONNECT, bench } from './cmdlet-bench.js';
import type { Bench } from './cmdlet-bench.js';

const NAME = 'Sync-S-1-5-21-1000000001-1000000002-1000000003-1104';
const tasksOf = ({ engine }: Bench): string => join(engine.root, 'mailbox.mbx.tasks');
const fileOf = (one: Bench): string => join(tasksOf(one), 'M2KSync', `${NAME}.xml`);

/** The moment when a trigger fires: the task's command with its arguments, as the scheduler starts it. */
async function fire(one: Bench): Promise<number | null> {
  const { Task } = new XMLParser().parse(readFileSync(fileOf(one), 'utf8')) as { readonly Task: { readonly Actions: { readonly Exec: { readonly Command: string; readonly Arguments: string; readonly WorkingDirectory: string } } } };
  const { Command, Arguments, WorkingDirectory } = Task.Actions.Exec;
  const [code] = await once(spawn(Command, Arguments.split(' '), { cwd: WorkingDirectory, env: { ...process.env, M2KSYNC_POWERSHELL: shellPath() }, stdio: 'ignore' }), 'exit') as [number | null];
  return code;
}

test('M7-M9: the task is registered, set, shown and taken away by cmdlets; what it starts syncs at the interval, and nothing while paused', async (t) => {
  const one = await bench(t, { outlook: 'lab' });
  const { said, stderr } = await one.run(`
    ${CONNECT}
    $said.before = Get-M2KSyncTask
    Set-M2KSyncSchedule -IntervalMinutes 10
    $said.registered = Register-M2KSyncTask -PassThru
    $said.changed = Set-M2KSyncSchedule -IntervalMinutes 90 -AtLogOn $false -PassThru
    $said.wrong = Get-Failure { Set-M2KSyncSchedule -IntervalMinutes 7 }
    $said.plan = Register-M2KSyncTask -WhatIf`);
  t.is(stderr, '');
  t.like(said['before'], { Registered: false, IntervalMinutes: 15, AtLogOn: true, Paused: false });
  t.like(said['registered'], { Registered: true, Enabled: true, IntervalMinutes: 10, TaskInterval: 10, Path: `\\M2KSync\\${NAME}` });
  t.like(said['changed'], { IntervalMinutes: 90, TaskInterval: 90, AtLogOn: false });
  t.regex((said['wrong'] as { id: string }).id, /ParameterArgumentValidationError/);
  t.deepEqual(taskFaults(readFileSync(fileOf(one), 'utf8')), []);
  t.is(await fire(one), 0);
  const after = await one.run(`
    $said.status = Get-M2KSyncStatus
    Suspend-M2KSync
    $said.paused = Get-M2KSyncTask
    $said.task = (Get-M2KSyncTask | Out-String)`);
  t.like(after.said['status'], { LastError: null, Idle: null, Paused: false });
  t.truthy((after.said['status'] as { LastTick: unknown }).LastTick);
  t.like(after.said['paused'], { Registered: true, Paused: true });
  t.regex(String(after.said['task']), /IntervalMinutes\s*: 90/);
  t.is(await fire(one), 0);
  const resumed = await one.run(`
    $said.status = Get-M2KSyncStatus
    Resume-M2KSync
    $said.task = Get-M2KSyncTask
    Unregister-M2KSyncTask
    $said.gone = Get-M2KSyncTask`);
  t.like(resumed.said['status'], { Idle: 'M2K.Unavailable.paused', Paused: true });
  t.like(resumed.said['task'], { Paused: false });
  t.like(resumed.said['gone'], { Registered: false, IntervalMinutes: 90 });
  t.false(existsSync(join(tasksOf(one), 'M2KSync')), 'the folder goes with its last task');
});

test('desk 11: where a user may make no folder the task lies in the root; another user\'s task stays', async (t) => {
  const one = await bench(t, { outlook: 'lab' });
  mkdirSync(tasksOf(one));
  writeFileSync(join(tasksOf(one), 'no-folders'), '');
  const { said, stderr } = await one.run(`${CONNECT}\n$said.task = Register-M2KSyncTask -PassThru`);
  t.is(stderr, '');
  t.like(said['task'], { Registered: true, Path: `\\${NAME}` });
  mkdirSync(join(tasksOf(one), 'M2KSync'));
  writeFileSync(join(tasksOf(one), 'M2KSync', 'Sync-S-1-5-21-9-9-9-500.xml'), readFileSync(join(tasksOf(one), `${NAME}.xml`)));
  await one.run('Unregister-M2KSyncTask');
  t.deepEqual(readdirSync(tasksOf(one)).sort(), ['M2KSync', 'no-folders']);
  t.is(readdirSync(join(tasksOf(one), 'M2KSync')).length, 1);
  await one.run('Unregister-M2KSyncTask -All');
  t.deepEqual(readdirSync(tasksOf(one)), ['no-folders']);
  writeFileSync(join(tasksOf(one), 'no-tasks'), '');
  const refused = await one.run('$said.error = Get-Failure { Register-M2KSyncTask }');
  t.like(refused.said['error'], { id: 'M2K.Refused.scheduler,Register-M2KSyncTask' });
  t.regex((refused.said['error'] as { message: string }).message, /Access is denied\..*Register-M2KSyncTask again/);
});

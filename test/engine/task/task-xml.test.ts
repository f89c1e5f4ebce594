import { readFileSync } from 'node:fs';
import test from 'ava';
import { INTERVALS } from '../../../src/engine/config/schedule.js';
import { argumentsText, taskXml, type TaskPlan } from '../../../src/engine/task/task-xml.js';
import { taskFaults } from './task-schema.js';

const template = readFileSync(new URL('../../../../scheduled-task.xml', import.meta.url), 'utf8');
const plan: TaskPlan = {
  owner: { sid: 'S-1-5-21-1-2-3-1104', machine: '' }, version: '1.2.3', intervalMinutes: 15, atLogOn: true, enabled: true,
  program: { command: 'C:\\Program Files\\M2KSync & more\\m2ksync-run.exe', arguments: ['scheduled'], folder: 'C:\\Users\\王小明\\M2KSync' },
};
const made = (more: Partial<TaskPlan> = {}): string => taskXml(template, { ...plan, ...more });

test('desk 11: the task of every interval keeps the rules of the task schema', (t) => {
  for (const intervalMinutes of INTERVALS) for (const atLogOn of [true, false]) for (const enabled of [true, false]) t.deepEqual(taskFaults(made({ intervalMinutes, atLogOn, enabled })), [], `${intervalMinutes}`);
});

test('the rules see a fault that is planted', (t) => {
  const good = made();
  const faults: readonly (readonly [string, string, RegExp])[] = [
    ['<Interval>PT15M</Interval>', '<Interval>PT30S</Interval>', /Interval/], ['<Interval>PT15M</Interval>', '<Interval>15</Interval>', /Interval/],
    ['IgnoreNew', 'Ignore', /MultipleInstancesPolicy/], ['<UserId>S-1-5-21-1-2-3-1104</UserId>\n      <Delay>', '<Delay>', /LogonTrigger\/UserId: missing/],
    ['<Enabled>true</Enabled>\n      <StartBoundary>2026', '<StartBoundary>2026', /^$/], ['LeastPrivilege', 'Least', /RunLevel/], ['Context="Author"', 'Context="Other"', /Context/],
    ['<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-8"?>', /encoding/], ['<Hidden>false</Hidden>', '<Hidden>no</Hidden>', /Hidden/], ['<Priority>6<', '<Priority>11<', /Priority/],
    ['<WakeToRun>', '<Wake>', /Wake: not allowed/], ['<Command>', '<Command>"', /Command/], ['2004/02/mit/task', '2004/02/mit/tasks', /namespace/],
  ];
  for (const [from, to, told] of faults) {
    t.true(good.includes(from), from);
    const said = taskFaults(good.replace(from, to).replace(to === '<Wake>' ? '</WakeToRun>' : '\u0000', '</Wake>')).join('\n');
    t.regex(said, told, from);
  }
  const moved = good.replace(/(<Enabled>true<\/Enabled>)\s*(<StartBoundary>[^<]*<\/StartBoundary>)/, '$2$1');
  t.regex(taskFaults(moved).join('\n'), /TimeTrigger: order/);
});

test('desk 11: the user\'s own, with his token and least rights, one at a time, 15 minutes at most, on batteries too', (t) => {
  const xml = made();
  for (const part of ['<LogonType>InteractiveToken</LogonType>', '<RunLevel>LeastPrivilege</RunLevel>', '<MultipleInstancesPolicy>IgnoreNew<', '<ExecutionTimeLimit>PT15M<', '<DisallowStartIfOnBatteries>false<',
    '<StopIfGoingOnBatteries>false<', '<RunOnlyIfIdle>false<', '<StopOnIdleEnd>false<', '<URI>\\M2KSync\\Sync-S-1-5-21-1-2-3-1104</URI>']) t.true(xml.includes(part), part);
  t.is(xml.match(/S-1-5-21-1-2-3-1104<\/UserId>/g)?.length, 2);
  t.false(xml.includes('@'));
});

test('paths are text of XML, and what cannot be said in XML is refused', (t) => {
  t.regex(made(), /<Command>C:\\Program Files\\M2KSync &amp; more\\m2ksync-run\.exe<\/Command>/);
  t.regex(made(), /<WorkingDirectory>C:\\Users\\王小明\\M2KSync</);
  t.throws(() => made({ program: { ...plan.program, folder: 'C:\\a\u0001b' } }), { message: /control/ });
});

test('a template that asks for something else, or has no place for something, is not filled in', (t) => {
  t.throws(() => taskXml(`${template}@WHO@`, plan), { message: /@WHO@/ });
  t.throws(() => taskXml(template.replace('@DELAY@', 'PT1M'), plan), { message: /DELAY/ });
});

test('arguments are read back by CommandLineToArgvW as they were', (t) => {
  t.is(argumentsText(['scheduled']), 'scheduled');
  t.is(argumentsText(['C:\\a b\\', 'say "hi"', '']), '"C:\\a b\\\\" "say \\"hi\\"" ""');
});

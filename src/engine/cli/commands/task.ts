// `task`, `schedule`, `pause`: the one scheduled task of the user, how often it syncs, and whether it rests (mission M7-M9, desk-rules.md 11).
import { DEFAULT_INTERVAL } from '../../config/schedule.js';
import type { Schedule } from '../../config/schedule.js';
import { assertFree, scheduleUnder } from '../../config/policy.js';
import type { PolicyValue } from '../../config/policy.js';
import { EXIT } from '../../sync/outcome.js';
import { taskXml } from '../../task/task-xml.js';
import type { TaskFacts } from '../../../ps-host/desk-facts.js';
import { accountOf } from '../account.js';
import type { Command, CommandContext } from '../command-context.js';
import type { Desk } from '../parts.js';
import type { TaskView } from '../records.js';
import { readPolicy } from '../policy-values.js';

export const task: Command<'task'> = (context, request) => withDesk(context, async (desk) => {
  const values = await readPolicy(context, desk);
  if (request.action === 'unregister') return ended(context, { values, task: null, removed: await desk.removeTasks({ all: request.all === true }) });
  if (request.action === 'get') return ended(context, { values, task: (await desk.getTask()).task, removed: 0 });
  accountOf(context.settings.read());
  return ended(context, { values, task: await register(context, desk, { values, enabled: true }), removed: 0 });
});

export const schedule: Command<'schedule'> = (context, { intervalMinutes, atLogOn }) => withDesk(context, async (desk) => {
  const values = await readPolicy(context, desk);
  assertFree([...(intervalMinutes === undefined ? [] : ['IntervalMinutes']), ...(atLogOn === undefined ? [] : ['AtLogOn'])], values);
  context.schedule.change((now) => ({ ...now, ...(intervalMinutes === undefined ? {} : { intervalMinutes }), ...(atLogOn === undefined ? {} : { atLogOn }) }));
  const { task: before } = await desk.getTask();
  return ended(context, { values, task: before === null ? null : await register(context, desk, { values, enabled: before.enabled }), removed: 0 });
});

/** Takes effect from the next interval: a run that is under way ends as it would have (mission M8). */
export const pause: Command<'pause'> = ({ schedule: file, parts }, { paused }) => {
  const { pausedAt } = file.change(({ pausedAt: before, ...now }) => (paused ? { ...now, pausedAt: before ?? new Date(parts.clock.now()).toISOString() } : now));
  return Promise.resolve({ value: { pausedAt: pausedAt ?? null }, exitCode: EXIT.inStep });
};

/** With the interval that holds under policy. */
export async function register({ parts, schedule: file }: CommandContext, desk: Desk, { values, enabled }: { readonly values: readonly PolicyValue[]; readonly enabled: boolean }): Promise<TaskFacts> {
  const { intervalMinutes = DEFAULT_INTERVAL, atLogOn = true } = scheduleUnder(file.read(), values);
  const { sid, machine } = await desk.getTask();
  return desk.writeTask(taskXml(parts.taskTemplate(), { owner: { sid, machine }, version: parts.version, intervalMinutes, atLogOn, enabled, program: parts.taskProgram() }));
}

export async function withDesk<Result>({ parts, profile }: CommandContext, work: (desk: Desk) => Promise<Result>): Promise<Result> {
  const desk = await parts.openDesk(profile);
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

function ended({ schedule: file }: CommandContext, { values, task: facts, removed }: { readonly values: readonly PolicyValue[]; readonly task: TaskFacts | null; readonly removed: number }) {
  const effective: Schedule = scheduleUnder(file.read(), values);
  const view: TaskView = {
    registered: facts !== null, path: facts?.path ?? null, enabled: facts?.enabled ?? false, running: facts?.state === 4,
    intervalMinutes: effective.intervalMinutes ?? DEFAULT_INTERVAL, atLogOn: effective.atLogOn ?? true, pausedAt: effective.pausedAt ?? null,
    taskInterval: facts === null ? null : Number(/<Interval>PT(\d+)M<\/Interval>/.exec(facts.xml)?.[1] ?? NaN) || null,
    nextRun: facts?.nextRun || null, lastRun: facts?.lastRun || null,
  };
  return { value: { task: view, removed }, exitCode: EXIT.inStep };
}

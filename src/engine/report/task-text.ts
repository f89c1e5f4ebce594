// The scheduled task as text (mission M7-M9).
import type { ResultValues, TaskView } from '../cli/records.js';
import type { Words } from '../words/catalogue.js';

export function taskText(words: Words, task: TaskView): string {
  const { path, intervalMinutes: minutes, taskInterval, nextRun, pausedAt } = task;
  return [
    path === null ? words.say('task.none') : words.say(task.enabled ? 'task.registered' : 'task.resting', { path, minutes }),
    ...(taskInterval === null || taskInterval === minutes ? [] : [words.say('task.other', { minutes: taskInterval })]),
    words.say(task.atLogOn ? 'task.logon.yes' : 'task.logon.no'),
    ...(nextRun === null ? [] : [words.say('task.next', { at: nextRun })]),
    ...(pausedAt === null ? [] : [pauseText(words, pausedAt)]),
  ].join('\n');
}

export const pauseText = (words: Words, pausedAt: string | null): string => (pausedAt === null ? words.say('pause.off') : words.say('pause.on', { at: pausedAt }));

export const scheduledText = (words: Words, { profiles }: ResultValues['scheduled']): string =>
  profiles.length === 0 ? words.say('scheduled.none') : profiles.map(({ profile, exitCode, error }) => words.say('scheduled.profile', { profile, code: exitCode, error: error ?? '' }).trimEnd()).join('\n');

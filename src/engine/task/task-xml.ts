// The scheduled task as the Task Scheduler takes it: scheduled-task.xml, filled in. No other place makes task XML.
import { startOffset } from './spread.js';
import type { TaskOwner } from './spread.js';

/** What the task starts (desk-rules.md 12). */
export interface Program {
  /** Full path, without quotes. */
  readonly command: string;
  readonly arguments: readonly string[];
  readonly folder: string;
}

export interface TaskPlan {
  readonly owner: TaskOwner;
  readonly version: string;
  readonly intervalMinutes: number;
  readonly atLogOn: boolean;
  /** False: registered, but does not start by itself. */
  readonly enabled: boolean;
  readonly program: Program;
}

/** The folder of all our tasks; a user's own has his SID in its name, for a task that somebody else made cannot be changed (reference 5.2). */
export const TASK_FOLDER = '\\M2KSync';
export const taskName = (sid: string): string => `Sync-${sid}`;

/** Far enough back that every repetition has begun. Local time, as StartBoundary without a zone is. */
const FIRST_DAY_MS = Date.UTC(2026, 0, 1);

/** @throws Error when template and plan do not name the same things: a broken installation */
export function taskXml(template: string, plan: TaskPlan): string {
  const { owner, program, intervalMinutes } = plan, offset = startOffset(owner, intervalMinutes);
  const values: Readonly<Record<string, string>> = {
    VERSION: plan.version, MINUTES: String(intervalMinutes), PATH: `${TASK_FOLDER}\\${taskName(owner.sid)}`, SID: owner.sid,
    ATLOGON: String(plan.atLogOn), ENABLED: String(plan.enabled), INTERVAL: `PT${String(intervalMinutes)}M`,
    START: new Date(FIRST_DAY_MS + offset * 1000).toISOString().slice(0, 19),
    // Outlook is being opened in the first minute.
    DELAY: `PT${String(60 + (offset % 60))}S`,
    COMMAND: program.command, ARGUMENTS: argumentsText(program.arguments), FOLDER: program.folder,
  };
  const used = new Set<string>();
  const filled = template.replace(/@([A-Z]+)@/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`scheduled-task.xml asks for @${name}@`);
    used.add(name);
    return xmlText(value);
  });
  const left = Object.keys(values).filter((name) => !used.has(name));
  if (left.length > 0) throw new Error(`scheduled-task.xml has no place for ${left.join(', ')}`);
  return filled;
}

/** As CommandLineToArgvW reads it back: backslashes count before a quote only, and are doubled there. */
export const argumentsText = (words: readonly string[]): string =>
  words.map((word) => (/^[^\s"]+$/.test(word) ? word : `"${word.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`)).join(' ');

const xmlText = (text: string): string => {
  // XML 1.0 has no way to say them.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) throw new Error('a control character in a path');
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
};

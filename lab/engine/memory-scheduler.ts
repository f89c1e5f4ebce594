// A scheduler that keeps the one task as its XML in a file and starts nothing.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Desk } from '../../src/engine/cli/parts.js';
import { TASK_FOLDER, taskName } from '../../src/engine/task/task-xml.js';
import type { TaskFacts } from '../../src/ps-host/desk-facts.js';

const OWNER = { sid: 'S-1-5-21-1000000001-1000000002-1000000003-1104', machine: '' } as const;

export function memoryScheduler(path: string): Pick<Desk, 'getTask' | 'writeTask' | 'removeTasks'> {
  const read = (): TaskFacts | null => (existsSync(path) ? factsOf(readFileSync(path, 'utf8')) : null);
  return {
    getTask: async () => Promise.resolve({ ...OWNER, task: read() }),
    writeTask: async (xml) => { writeFileSync(path, xml); return Promise.resolve(factsOf(xml)); },
    removeTasks: async () => { const there = existsSync(path); rmSync(path, { force: true }); return Promise.resolve(there ? 1 : 0); },
  };
}

function factsOf(xml: string): TaskFacts {
  const enabled = !/<Settings>[^]*<Enabled>false</.test(xml);
  return { path: `${TASK_FOLDER}\\${taskName(OWNER.sid)}`, enabled, state: enabled ? 3 : 1, lastRun: '', nextRun: '', xml };
}

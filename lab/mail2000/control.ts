// What a process that holds the server's standard input can ask of it, one JSON object a line, answered by one JSON line.
// The office itself is changed through the data file, which any process may open.
import type { FaultRule } from './faults.js';
import { quirkTable } from './quirks.js';
import type { Quirks } from './quirks.js';
import type { Mail2000 } from './server.js';

export interface ControlLine {
  readonly quirks?: Partial<Quirks>;
  readonly faults?: readonly FaultRule[];
  readonly clearFaults?: true;
  readonly resetLog?: true;
}

export type ControlAnswer = { readonly counts: Readonly<Record<string, number>>; readonly pendingFaults: number } | { readonly error: string };

function obey({ quirks = {}, faults = [], clearFaults, resetLog }: ControlLine, server: Mail2000): void {
  const unknown = Object.keys(quirks).find((name) => !Object.hasOwn(quirkTable, name));
  if (unknown !== undefined) throw new Error(`${unknown} is no quirk. Known: ${Object.keys(quirkTable).join(', ')}`);
  Object.assign(server.quirks, quirks);
  if (clearFaults) server.faults.clear();
  server.faults.add(...faults);
  if (resetLog) server.resetLog();
}

/** Does what the line says and tells where the server stands; never throws, an error is an answer. */
export function control(line: string, server: Mail2000): ControlAnswer {
  try {
    obey(JSON.parse(line) as ControlLine, server);
    return { counts: server.counts(), pendingFaults: server.faults.pending };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

// The error that ended a run, as the last record of the engine.
import { M2KError } from '../errors.js';
import { problemId } from '../report/problem.js';
import { tell } from '../words/catalogue.js';
import type { LooseFacts, Words } from '../words/catalogue.js';
import type { SpokenCode } from '../words/errors.js';
import { exitCodeOf } from './exit-code.js';
import type { ErrorRecord } from './records.js';
import { UsageError } from './usage-error.js';

interface Spoken {
  readonly code: SpokenCode;
  readonly reason?: string | undefined;
  readonly facts: LooseFacts;
}

function spokenOf(error: unknown): Spoken {
  if (error instanceof UsageError) return { code: 'Usage', facts: { excerpt: error.given, hint: error.hint } };
  if (error instanceof M2KError) return { code: error.code, reason: error.data.reason, facts: { ...error.data, file: error.data['file'] ?? error.data.item } };
  return { code: 'Bug', facts: { excerpt: error instanceof Error ? error.message : String(error) } };
}

/** @param known facts of the run that an error may lack, such as the account's host. */
export function errorRecord(words: Words, error: unknown, known: LooseFacts = {}): ErrorRecord {
  const { code, reason, facts } = spokenOf(error);
  const all: LooseFacts = { ...known, ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) };
  const target = all['subject'] ?? all['item'] ?? all['file'] ?? all['host'];
  return { t: 'error', id: problemId(code, reason), code, ...tell(words, { code, reason }, all), target: target === undefined ? null : String(target), exitCode: exitCodeOf(error) };
}

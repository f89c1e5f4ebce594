// What a run leaves in the log: facts that name nothing. Subjects, names, addresses and hosts are in no entry but those of level debug, which the user or an
// administrator has to ask for. Pure.
import { createHash } from 'node:crypto';
import type { LOG_LEVELS } from '../config/settings.js';
import type { EngineRecord } from '../cli/records.js';

export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LogEntry {
  /** ISO 8601 UTC */
  readonly at: string;
  readonly level: LogLevel;
  /** The same for all entries of one command. */
  readonly run: string;
  readonly event: 'begin' | 'end' | 'item' | 'warning';
  readonly command: string;
  readonly [fact: string]: unknown;
}

/** A collection's or item's identity without what it is called. */
export const shortOf = (id: string): string => /-([0-9a-f]{8})$/.exec(id)?.[1] ?? createHash('sha256').update(id).digest('hex').slice(0, 8);

interface Facts {
  readonly level: LogLevel;
  readonly event: LogEntry['event'];
  readonly [fact: string]: unknown;
}

/** The entry that a record makes; null for one that makes none. `text` is what only debug is told. */
export function factsOf(record: EngineRecord): { readonly facts: Facts; readonly text?: string } | null {
  switch (record.t) {
    case 'hello': case 'progress': case 'history': case 'log': return null;
    case 'warning': return { facts: { level: 'warning', event: 'warning', id: record.id }, text: record.text };
    case 'item': {
      const { link, kind, uid, cell, result, writes, code, reason, side, field } = record.item;
      return {
        facts: { level: record.problem === null ? 'debug' : 'warning', event: 'item', ...(record.problem === null ? {} : { id: record.problem.id }), link: shortOf(link), item: shortOf(uid ?? ''), kind, cell, result,
          writes: writes.map((write) => `${write.kind} ${write.side}`), ...(code === undefined ? {} : { code }), ...(reason === undefined ? {} : { reason }), ...(side === undefined ? {} : { side }), ...(field === undefined ? {} : { field }) },
        text: record.text,
      };
    }
    case 'error': return { facts: { level: record.exitCode === 0 ? 'debug' : 'error', event: 'end', id: record.id, exitCode: record.exitCode }, text: `${record.message} ${record.remedy}` };
    case 'result': {
      const run = record.command === 'sync' || record.command === 'restore' ? record.value.run : undefined;
      return { facts: { level: 'info', event: 'end', exitCode: record.exitCode, ...(run === undefined ? {} : { whatIf: run.whatIf, links: run.links.map(linkFacts) }) } };
    }
  }
}

type Link = Extract<EngineRecord, { readonly t: 'result'; readonly command: 'sync' }>['value']['run']['links'][number];

const linkFacts = ({ link, kind, listed, paired, putAway, counts, writes, stopped }: Link): object =>
  ({ link: shortOf(link), kind, inOutlook: listed.outlook, onServer: listed.server, paired, putAway, ...counts, writes, stopped: stopped.map(({ code, reason }) => [code, reason].filter(Boolean).join('.')) });

const RANK: Readonly<Record<LogLevel, number>> = { error: 0, warning: 1, info: 2, debug: 3 };
export const isAtLeast = (level: LogLevel, wanted: LogLevel): boolean => RANK[level] <= RANK[wanted];

/** As an export to others may have it: what debug adds is gone, whatever the level was. */
export const anonymous = ({ text: _text, where, ...entry }: LogEntry): LogEntry => ({ ...entry, ...(where === undefined ? {} : { where }) });

/** Where an error of our own came from, without its message: places in our own files. */
export function whereOf(error: unknown): readonly string[] {
  const stack = error instanceof Error ? error.stack ?? '' : '';
  return stack.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim().replace(/\(?(?:file:\/\/)?[^\s(]*[\\/](?=(?:src|dist|node_modules|engine)[\\/])/, '(').replace(/^at /, ''));
}

// `check-outlook`: the side contract of the tests, run on this computer's Outlook in a data file of its own (desk-rules.md 23).
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { M2KError } from '../../errors.js';
import type { Kind } from '../../model/ids.js';
import { casesFor } from '../../side/contract/bench.js';
import type { Ability, ContractCase } from '../../side/contract/bench.js';
import { sideContract } from '../../side/contract/contract.js';
import { takeLock } from '../../state/lock.js';
import { EXIT } from '../../sync/outcome.js';
import type { Command, CommandContext } from '../command-context.js';
import { openMailbox } from '../open-mailbox.js';
import type { Trial } from '../parts.js';
import type { OutlookCheck } from '../records.js';

/** What a real Outlook can be asked; nobody makes an item unreadable there. */
const ABLE: readonly Ability[] = ['uidUnique', 'provesGone', 'calls'];
const KINDS = ['event', 'contact'] as const;

interface Asked { readonly kind: Kind; readonly one: ContractCase }

const casesOf = (only = ''): readonly Asked[] =>
  KINDS.flatMap((kind) => casesFor(sideContract, { kind, able: ABLE }).filter(({ name }) => name.toLowerCase().includes(only.toLowerCase())).map((one) => ({ kind, one })));

/** @throws M2KError Settings no-such-check, LockHeld, Refused no-trial, Unavailable, Busy */
export const checkOutlook: Command<'check-outlook'> = async (context, { only }) => {
  const { parts, profile } = context, asked = casesOf(only), file = join(profile, 'm2ksync-check.pst');
  if (asked.length === 0) throw new M2KError('Settings', { reason: 'no-such-check', item: only ?? '' });
  // No run of a task may come between: it would see the busy Outlook only.
  const lock = takeLock(profile);
  try {
    const desk = await parts.openDesk(profile);
    try {
      const { trial } = await openMailbox(context, desk, { mayStart: true });
      if (trial === undefined) throw new M2KError('Refused', { reason: 'no-trial', side: 'outlook' });
      try {
        const cases = await tried(context, { trial, asked, file });
        return { value: { cases }, exitCode: cases.every(({ ok }) => ok) ? EXIT.inStep : EXIT.someFailed };
      } finally {
        await trial.remove(file);
        rmSync(file, { force: true });
      }
    } finally {
      await desk.close();
    }
  } finally {
    lock.release();
  }
};

async function tried({ tell, words, signal }: CommandContext, { trial, asked, file }: { readonly trial: Trial; readonly asked: readonly Asked[]; readonly file: string }): Promise<readonly OutlookCheck[]> {
  const checks: OutlookCheck[] = [];
  for (const [index, { kind, one }] of asked.entries()) {
    signal.throwIfAborted();
    tell({ t: 'progress', phase: 'check', done: index, total: asked.length, text: words.say('phase.check') });
    const why = await failureOf(one, trial.bench(file, { kind, name: `M2KSync check ${index + 1}` }));
    checks.push({ kind, name: one.name, ok: why === '', why });
  }
  return checks;
}

/** Outlook that is gone or busy ends the check; anything else is what was to be found out. */
async function failureOf(one: ContractCase, bench: ReturnType<Trial['bench']>): Promise<string> {
  try {
    await one.run(await bench);
    return '';
  } catch (error) {
    if (error instanceof M2KError && (error.code === 'Unavailable' || error.code === 'Busy')) throw error;
    return error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error);
  }
}

// `status`: the last run and what needs attention (mission M6). Never takes the lock, never opens Outlook, never asks the server.
import { existsSync } from 'node:fs';
import { itemProblem, linkProblems } from '../../report/problem.js';
import { summaryText } from '../../report/run-text.js';
import { titleOf } from '../../model/title.js';
import type { Kind } from '../../model/ids.js';
import type { Store } from '../../state/state.js';
import { openStore } from '../../state/store.js';
import { isLocked } from '../../state/lock.js';
import { filled } from '../../sync/expected.js';
import { EXIT } from '../../sync/outcome.js';
import type { Command } from '../command-context.js';
import { readHeartbeat } from '../heartbeat.js';
import { lastRunOf } from '../last-run.js';

export const status: Command<'status'> = ({ profile, settings, schedule, words }) => {
  const { account, collections } = settings.read();
  const store = openStore(profile);
  try {
    const last = lastRunOf(store), beat = readHeartbeat(profile), links = last?.run.links ?? [];
    const problems = last === null ? [] : [...links.flatMap((link) => linkProblems(words, link)), ...last.open.flatMap((item) => itemProblem(words, item) ?? [])];
    const away = Object.entries(collections).flatMap(([link, { kind }]) => putAwayIn(store, link, kind));
    return Promise.resolve({
      value: {
        connected: account !== undefined, address: account?.address ?? null, host: account?.host ?? null, stateFolder: profile,
        lastRun: last?.run ?? null, summary: last === null ? null : summaryText(words, last.run), lastSuccess: last?.lastSuccess ?? null,
        lastError: beat?.lastError ?? null, lastAttempt: beat?.at ?? null,
        holds: links.flatMap(({ link, title, stopped }) => stopped.flatMap(({ id, reason = '', count = 0 }) => (id === undefined ? [] : [{ id, link, title, reason, count }]))),
        problems: problems.slice(0, MOST), putAway: away.length, putAwayItems: away.slice(0, MOST),
        paused: schedule.read().pausedAt !== undefined, lastTick: beat?.tick ?? null, idle: beat?.idle ?? null,
        running: existsSync(profile) && isLocked(profile),
      },
      exitCode: EXIT.inStep,
    });
  } finally {
    store.close();
  }
};

/** A result is one line, whose length has a limit (records.ts); who has more to look at sees them in the run itself. */
const MOST = 200;

const putAwayIn = (store: Store, link: string, kind: Kind): readonly { readonly link: string; readonly title: string }[] =>
  store.bases(link, kind).filter((base) => base.putAway === true).map((base) => ({ link, title: titleOf(base.kind, filled(base.kind, base.fields)) }));

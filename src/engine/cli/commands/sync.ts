// `sync`: one run of the profile, or its plan. Lock, desk, server, links, run, what is remembered of it.
import { secretPath } from '../../config/profile.js';
import type { Settings } from '../../config/settings.js';
import { M2KError } from '../../errors.js';
import { itemText } from '../../report/item-text.js';
import { itemProblem, linkProblems } from '../../report/problem.js';
import { summaryText } from '../../report/run-text.js';
import { summaryOf } from '../../report/summary.js';
import { takeLock } from '../../state/lock.js';
import { openStore } from '../../state/store.js';
import { exitCodeOf } from '../../sync/describe.js';
import type { ItemOutcome, RunOutcome } from '../../sync/outcome.js';
import { run } from '../../sync/run.js';
import { accountOf } from '../account.js';
import type { Command, CommandContext, Ended, RequestFor } from '../command-context.js';
import { withDiscovered } from '../discovered.js';
import { noteRun } from '../last-run.js';
import { enabledIn, linksOf } from '../links.js';
import { lookAround } from '../look-around.js';
import { openMailbox } from '../open-mailbox.js';
import type { Desk } from '../parts.js';
import { proxyFor } from '../proxy.js';
import { openServer } from '../server.js';
import { keepMemory, lessons, mayAsk } from '../run-memory.js';
import { readServerMemory } from '../server-memory.js';
import type { ServerMemory } from '../server-memory.js';

export const sync: Command<'sync'> = async (context, request) => {
  const settings = context.settings.read();
  accountOf(settings);
  if (enabledIn(settings).length === 0) throw new M2KError('Settings', { reason: 'nothing-selected' });
  const lock = takeLock(context.profile);
  try {
    const desk = await context.parts.openDesk(context.profile);
    try {
      return await synced(context, request, { desk, settings });
    } finally {
      await desk.close();
    }
  } finally {
    lock.release();
  }
};

interface Sync {
  readonly desk: Desk;
  readonly settings: Settings;
}

async function synced(context: CommandContext, request: RequestFor<'sync'>, { desk, settings }: Sync): Promise<Ended<'sync'>> {
  const { parts, profile, words, signal } = context;
  const store = openStore(profile);
  const account = accountOf(settings);
  const memory = readServerMemory(profile, account), secret = await desk.readSecret(secretPath(profile)), proxy = await proxyFor(desk, account);
  const server = openServer(account, secret, { clock: parts.clock, signal, proxy, ...(memory?.traits === undefined ? {} : { traits: memory.traits }) });
  const whatIf = request.whatIf === true;
  let learning: ServerMemory | null = null;
  try {
    if (request.scheduled === true) mayAsk(memory, account, parts.clock.now());
    // Every minute on most desks: where Outlook is closed the server is not even asked. A person's Outlook is not started for a wrong password.
    const attached = request.scheduled === true ? await openMailbox(context, desk, { scheduled: true }) : null;
    context.tell({ t: 'progress', phase: 'discover', done: 0, total: 0, text: words.say('phase.discover', account) });
    const look = await lookAround({ server, account, memory, clock: parts.clock }, settings);
    learning = look.memory;
    signal.throwIfAborted();
    const seen = { found: look.found, whole: look.whole, learnt: look.memory.learnt, now: parts.clock.now() };
    const current = whatIf ? withDiscovered(settings, seen) : context.settings.change((now) => withDiscovered(now, seen));
    const mailbox = attached ?? await openMailbox(context, desk, { scheduled: false });
    const { links, failed } = await linksOf(context, { mailbox, server, found: look.found }, { settings: current, whatIf });
    const told = new Set<ItemOutcome>();
    const ran = await run(links, { store, clock: parts.clock, newId: parts.newId }, {
      whatIf, accept: new Set(request.accept), signal,
      tell: (event) => {
        if (event.kind === 'phase') context.tell({ t: 'progress', phase: event.phase, done: event.done, total: event.total, text: words.say(`phase.${event.phase}`, event) });
        else { told.add(event.outcome); tellItem(context, event.outcome); }
      },
    });
    const outcome = failed.length === 0 ? ran : { ...ran, links: [...ran.links, ...failed], exitCode: exitCodeOf([...ran.links, ...failed]) };
    for (const item of outcome.links.flatMap((link) => link.items)) if (!told.has(item)) tellItem(context, item);
    learning = { ...look.memory, learnt: lessons(look, outcome, parts.clock.now()) };
    if (!whatIf) noteRun(store, outcome);
    return ended(context, outcome);
  } finally {
    if (!whatIf) keepMemory(profile, { before: memory, after: learning ?? memory, busyUntil: server.busyUntil() });
    server.close();
    store.close();
  }
}

const tellItem = ({ tell, words }: CommandContext, item: ItemOutcome): void => { tell({ t: 'item', item, text: itemText(words, item), problem: itemProblem(words, item) }); };

function ended({ words }: CommandContext, outcome: RunOutcome): Ended<'sync'> {
  const run = summaryOf(outcome);
  return { value: { run, summary: summaryText(words, run), problems: outcome.links.flatMap((link) => linkProblems(words, link)) }, exitCode: outcome.exitCode };
}

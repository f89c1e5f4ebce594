// One run of the profile from lock to memory: desk, server, links, run, what is kept of it. `sync` and `restore` are both this.
import { underPolicy } from '../config/policy.js';
import { shelfFolder, secretPath } from '../config/profile.js';
import type { Settings } from '../config/settings.js';
import { M2KError } from '../errors.js';
import { itemText } from '../report/item-text.js';
import { itemProblem } from '../report/problem.js';
import { takeLock } from '../state/lock.js';
import type { Store } from '../state/state.js';
import { openStore } from '../state/store.js';
import { itemId } from '../model/ids.js';
import type { Mover } from '../sync/apply.js';
import { exitCodeOf } from '../sync/describe.js';
import { EXIT } from '../sync/outcome.js';
import type { ItemOutcome, RunOutcome } from '../sync/outcome.js';
import type { Wish } from '../sync/restore.js';
import { run } from '../sync/run.js';
import type { Acceptance, RunEvent } from '../sync/run-options.js';
import { accountOf } from './account.js';
import type { CommandContext } from './command-context.js';
import { withDiscovered } from './discovered.js';
import { noteRun } from './last-run.js';
import { enabledIn, linksOf } from './links.js';
import type { Links } from './links.js';
import { lookAround } from './look-around.js';
import { giveNotices } from './notices.js';
import { openMailbox } from './open-mailbox.js';
import type { Desk, Mailbox } from './parts.js';
import { namedFiles, shelfFiles } from './shelf-files.js';
import { keepMemory, lessons, mayAsk } from './run-memory.js';
import { assertNotRefused, forgetRefusal, isRefusal, noteRefusal } from './refused-secret.js';
import { openServer } from './server.js';
import { readServerMemory } from './server-memory.js';
import type { ServerMemory } from './server-memory.js';
import { assertNoOldTool } from './rivals.js';
import { assertUnguarded, isGuard, noteGuard, wasGuarded } from './guarded-desk.js';
import { assertDue, assertNotPaused } from './idle.js';
import { readPolicy } from './policy-values.js';
import { wayOf } from './way.js';

export interface RunWish {
  readonly whatIf: boolean;
  readonly accept: readonly Acceptance[];
  readonly scheduled: boolean;
  readonly retry: boolean;
  /** What is to come back, chosen once the state is open. @throws M2KError when it cannot be told */
  readonly restore?: (store: Store, settings: Settings) => readonly Wish[];
}

/** rules.md 30: what is older, or beyond this size, is forgotten after a run. */
const HISTORY_DAYS = 30;
const HISTORY_BYTES = 256 * 1024 * 1024;
const DAY_MS = 86_400_000;

/** @throws M2KError Settings, LockHeld, Unauthorized, Unavailable, ...: whatever ends it before its links. */
export async function oneRun(context: CommandContext, wish: RunWish): Promise<RunOutcome> {
  const settings = context.settings.read();
  accountOf(settings);
  if (enabledIn(settings).length === 0) throw new M2KError('Settings', { reason: 'nothing-selected' });
  if (wish.scheduled) assertNotPaused(context);
  const lock = takeLock(context.profile);
  try {
    const desk = await context.parts.openDesk(context.profile);
    try {
      return await locked(context, wish, { desk, settings });
    } finally {
      await desk.close();
    }
  } finally {
    lock.release();
  }
}

interface Opened {
  readonly desk: Desk;
  readonly settings: Settings;
}

async function locked(context: CommandContext, { whatIf, accept, scheduled, retry, restore }: RunWish, { desk, settings }: Opened): Promise<RunOutcome> {
  const { parts, profile, words, signal } = context;
  const values = await readPolicy(context, desk), { account, ...way } = await wayOf(desk, settings, values);
  const store = openStore(profile);
  try {
    const wishes = restore?.(store, settings) ?? [];
    const memory = readServerMemory(profile, account), secret = await desk.readSecret(secretPath(profile));
    const server = openServer(account, secret, {
      clock: parts.clock, signal, ...way, ...(memory?.traits === undefined ? {} : { traits: memory.traits }),
      onNoPicture: (missing) => { context.tell({ t: 'warning', id: 'M2K.NoPicture', text: words.say('warning.noPicture', missing) }); },
    });
    let learning: ServerMemory | null = null, attached: Mailbox | null = null;
    try {
      if (scheduled) {
        mayAsk(memory, account, parts.clock.now());
        assertNotRefused(context, account);
        assertUnguarded(context);
        // After these, which stay what is wrong although there is nothing to do yet.
        assertDue(context, values);
      }
      // Every minute on most desks: where Outlook is closed the server is not even asked. A person's Outlook is not started for a wrong password.
      attached = scheduled ? await openMailbox(context, desk, { mayStart: underPolicy(settings, values).settings.startOutlook === 'always' }) : null;
      await assertNoOldTool(desk);
      context.tell({ t: 'progress', phase: 'discover', done: 0, total: 0, text: words.say('phase.discover', account) });
      const look = await lookAround({ server, account, memory, clock: parts.clock }, settings);
      learning = look.memory;
      signal.throwIfAborted();
      const seen = { found: look.found, whole: look.whole, learnt: look.memory.learnt, now: parts.clock.now() };
      const current = whatIf ? withDiscovered(settings, seen) : context.settings.change((now) => withDiscovered(now, seen));
      offer(context, settings, current);
      const mailbox = attached ?? await openMailbox(context, desk, { mayStart: true });
      const files = shelfFiles(shelfFolder(profile));
      const { links, failed, renamed, folders } = await linksOf(context, { mailbox, server, found: look.found, store, files }, { settings: underPolicy(current, values).settings, whatIf });
      const told = new Set<ItemOutcome>();
      const ran = await run(links, { store, clock: parts.clock, newId: parts.newId, desk: parts.computer ?? '', skewMs: () => server.skewMs(), move: mover(mailbox, folders) }, {
        whatIf, accept: new Set(accept), signal, retry, restore: wishes, tell: (event) => { tellEvent(context, event, told); },
      });
      const outcome = withFolders(ran, { failed, renamed });
      for (const item of outcome.links.flatMap((link) => link.items)) if (!told.has(item)) tellItem(context, item);
      learning = { ...look.memory, learnt: lessons(look, outcome, parts.clock.now()) };
      warnOfUnknown(context, accept, outcome);
      if (!whatIf) {
        remember(store, outcome, parts.clock.now() + Math.min(0, server.skewMs() ?? 0));
        if (outcome.exitCode === EXIT.unauthorized) await noteRefusal(context, account, attached);
        else forgetRefusal(profile);
        if (wasGuarded(outcome)) await noteGuard(context, attached);
        files.sweep(() => namedFiles(store, links.map(({ id }) => id)), parts.clock.now());
        await giveNotices(context, { outcome, mailbox, history: store.history });
      }
      return outcome;
    } catch (error) {
      if (isRefusal(error)) await noteRefusal(context, account, attached);
      if (isGuard(error)) await noteGuard(context, attached);
      throw error;
    } finally {
      if (!whatIf) keepMemory(profile, { before: memory, after: learning ?? memory, busyUntil: server.busyUntil() });
      server.close();
    }
  } finally {
    store.close();
  }
}

/** @throws Error where a link has no folder, which is a bug: nothing can have moved into it */
const mover = (mailbox: Mailbox, folders: Links['folders']): Mover => async ({ id, from, to }) => {
  const [source, goal] = [folders.get(from), folders.get(to)];
  if (source === undefined || goal === undefined) throw new Error('a move between links without folders');
  const moved = await mailbox.moveItem({ from: source, id, to: goal });
  return moved === null ? null : itemId(moved);
};

/** What became of the folders themselves belongs to the run as what became of their items. */
function withFolders(ran: RunOutcome, { failed, renamed }: Pick<Links, 'failed' | 'renamed'>): RunOutcome {
  const links = [...ran.links.map((link) => ({ ...link, items: [...renamed.filter((one) => one.link === link.link), ...link.items] })), ...failed];
  return { ...ran, links, exitCode: exitCodeOf(links) };
}

/** `now` is the earlier of this computer's clock and the server's: one that has jumped ahead makes nothing old. */
function remember(store: Store, outcome: RunOutcome, now: number): void {
  noteRun(store, outcome);
  store.history.trim({ before: new Date(now - HISTORY_DAYS * DAY_MS).toISOString(), bytes: HISTORY_BYTES });
}

/** Told once: from then on it is in the list. */
function offer({ tell, words }: CommandContext, before: Settings, now: Settings): void {
  const fresh = Object.entries(now.collections).filter(([id, { enabled }]) => !enabled && before.collections[id] === undefined);
  for (const [id, { name }] of fresh) tell({ t: 'warning', id: 'M2K.NewCollection', text: words.say('warning.newCollection', { name, id }) });
}

/** An id that holds nothing (any more): the deletions are others by now, or it is a typing error. */
function warnOfUnknown({ tell, words }: CommandContext, accept: readonly Acceptance[], { links }: RunOutcome): void {
  const passed = new Set<string>(['firstRun', 'deletions', ...links.flatMap((link) => link.passed ?? [])]);
  for (const id of accept) if (!passed.has(id)) tell({ t: 'warning', id: 'M2K.NoSuchHold', text: words.say('warning.noSuchHold', { id }) });
}

function tellEvent(context: CommandContext, event: RunEvent, told: Set<ItemOutcome>): void {
  if (event.kind === 'item') { told.add(event.outcome); tellItem(context, event.outcome); return; }
  context.tell({ t: 'progress', phase: event.phase, done: event.done, total: event.total, text: context.words.say(`phase.${event.phase}`, event) });
}

const tellItem = ({ tell, words }: CommandContext, item: ItemOutcome): void => { tell({ t: 'item', item, text: itemText(words, item), problem: itemProblem(words, item) }); };

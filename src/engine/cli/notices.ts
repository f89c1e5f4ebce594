// Notes in the Inbox about what was undone for want of a right (mission M12, rules.md 29): one a change, at most one a day for the same cause.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf } from '../report/item-text.js';
import type { History } from '../state/state.js';
import type { ItemOutcome, LinkOutcome, RunOutcome } from '../sync/outcome.js';
import type { CommandContext } from './command-context.js';
import type { Mailbox } from './parts.js';

/** More in one collection and run than this become one note. */
const MOST = 10;
const DAY_MS = 86_400_000;
const FILE = 'notices.json';

interface Giving {
  readonly outcome: RunOutcome;
  readonly mailbox: Pick<Mailbox, 'post'>;
  readonly history: History;
}

type Undone = ItemOutcome & { readonly undone: NonNullable<ItemOutcome['undone']> };

/** A store that takes no post costs no run: what it would have said is a warning. */
export async function giveNotices(context: CommandContext, { outcome, mailbox, history }: Giving): Promise<void> {
  const now = context.parts.clock.now(), given = recent(context.profile, now);
  const fresh = new Map<string, number>();
  for (const link of outcome.links) {
    const undone = link.items.filter(isUndone).filter((item) => !given.has(causeOf(item)));
    const notes = undone.length > MOST ? [undone] : undone.map((item) => [item]);
    for (const items of notes) {
      await post(context, mailbox, noteOf(context, link, { items, history, run: outcome.started }));
      for (const item of items) fresh.set(causeOf(item), now);
    }
  }
  if (fresh.size > 0) writeFileSync(join(context.profile, FILE), JSON.stringify(Object.fromEntries([...given, ...fresh])));
}

const isUndone = (item: ItemOutcome): item is Undone => item.undone !== undefined && item.result === 'done';
const causeOf = ({ link, uid, undone }: Undone): string => `${link} ${uid ?? ''} ${undone}`;

function noteOf({ words }: CommandContext, { title: collection }: LinkOutcome, about: { readonly items: readonly Undone[]; readonly history: History; readonly run: string }): { readonly subject: string; readonly body: string } {
  const images = about.history.find({ run: about.run });
  const lines = about.items.flatMap((item) => {
    const title = nameOf(item), image = images.find(({ link, uid, side }) => link === item.link && uid === item.uid && side === 'outlook');
    return [words.say(`notice.${item.undone}`, { title, collection }), ...(image === undefined ? [] : [words.say('notice.getBack', { id: image.id })]), ''];
  });
  const [first] = about.items, many = about.items.length > 1 || first === undefined;
  const subject = many ? words.say('notice.subjectMany', { count: about.items.length, collection }) : words.say('notice.subject', { title: nameOf(first) });
  return { subject, body: [...lines, words.say('notice.why', { collection })].join('\r\n') };
}

async function post({ tell, words }: CommandContext, mailbox: Giving['mailbox'], note: { readonly subject: string; readonly body: string }): Promise<void> {
  try {
    await mailbox.post(note);
  } catch (error) {
    tell({ t: 'warning', id: 'M2K.NoNotice', text: words.say('warning.noNotice', { reason: error instanceof Error ? error.message : String(error), text: note.body }) });
  }
}

/** Causes of the last day with their moment. */
function recent(profile: string, now: number): Map<string, number> {
  try {
    const read = JSON.parse(readFileSync(join(profile, FILE), 'utf8')) as Readonly<Record<string, number>>;
    return new Map(Object.entries(read).filter(([, at]) => now - at < DAY_MS && at <= now));
  } catch {
    return new Map();
  }
}

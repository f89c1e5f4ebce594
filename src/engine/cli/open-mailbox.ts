// How a run comes to Outlook (desk-rules.md 8): a scheduled one only where it is open already, unless policy or the user says
// otherwise; a person's run starts it and says so.
import { M2KError } from '../errors.js';
import type { CommandContext } from './command-context.js';
import type { Desk, Mailbox } from './parts.js';

export const isClosed = (error: unknown): boolean => error instanceof M2KError && error.code === 'Unavailable' && error.data.reason === 'outlook-closed';

export async function openMailbox({ tell, words, signal }: CommandContext, desk: Desk, { mayStart }: { readonly mayStart: boolean }): Promise<Mailbox> {
  tell({ t: 'progress', phase: 'open', done: 0, total: 0, text: words.say('phase.open') });
  try {
    return await desk.openMailbox({ start: false });
  } catch (error) {
    if (!mayStart || !isClosed(error)) throw error;
  }
  signal.throwIfAborted();
  tell({ t: 'warning', id: 'M2K.StartingOutlook', text: words.say('warning.startingOutlook') });
  return desk.openMailbox({ start: true });
}

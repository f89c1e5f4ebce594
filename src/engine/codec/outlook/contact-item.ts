// One ContactItem while it is read or written: its members as the host gave them, and the steps that change them.
import { M2KError } from '../../errors.js';
import { equal } from '../../model/canonical.js';
import type { Step, WireValue } from '../../../ps-host/protocol.js';

/** What the rows read and write. */
export interface ContactItem {
  /** Outlook's own names (OOM 5.1). */
  readonly plain: Readonly<Record<string, WireValue>>;
  readonly steps: Step[];
}

/** @throws M2KError Unreadable when the host gave no text: a member that is missing is never taken for an empty one (OOM 7.2). */
export function textMember(item: ContactItem, member: string): string {
  const held = item.plain[member];
  if (typeof held === 'string') return held;
  throw new M2KError('Unreadable', { reason: 'not-text', side: 'outlook', field: member });
}

/** Sets a member unless it holds that value. Outlook ends lines by CRLF. */
export function setMember(item: ContactItem, member: string, to: WireValue): void {
  const spelled = typeof to === 'string' ? to.replace(/\n/g, '\r\n') : to;
  if (!equal(item.plain[member], spelled)) item.steps.push({ do: 'set', name: member, to: spelled });
}

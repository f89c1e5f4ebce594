// FileAs: the user's own text, or one of Outlook's formulas of name and company, which follows them by itself (OOM 5.2).
import { canonicalLine } from '../../model/canonical.js';
import type { Row } from '../row.js';
import { contactName } from './contact-name.js';
import { textMember, type ContactItem } from './contact-item.js';

/** Which texts are formulas is told by all fields together (isFormula): this row gives what stands there. */
export const fileAsRow: Row<ContactItem, string> = {
  read: (item) => canonicalLine(textMember(item, 'FileAs')),
  write(item, text) {
    // Also where it stands there already: as a formula it would follow the name that is written before it.
    if (text !== '') item.steps.push({ do: 'set', name: 'FileAs', to: text });
    else item.steps.push({ do: 'set', name: 'FileAs', to: byName(item) });
  },
  narrow: canonicalLine,
};

/** "Last, First Middle" (formula 8017): a text that matches a formula makes Outlook follow it from then on. */
function byName(item: ContactItem): string {
  const set = new Map(item.steps.flatMap((step) => (step.do === 'set' && typeof step.to === 'string' ? [[step.name, step.to] as const] : [])));
  const now = contactName.read({ ...item, plain: { ...item.plain, ...Object.fromEntries(set) } });
  const name = [now.family, [now.given, now.middle].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return name || canonicalLine(set.get('CompanyName') ?? textMember(item, 'CompanyName'));
}

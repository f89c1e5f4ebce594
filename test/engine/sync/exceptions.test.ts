// Rule 20 for series: exceptions merge by occurrence, their keys belong with the time and the rule.
import test from 'ava';
import type { EventFields } from '../../../src/engine/model/event.js';
import type { Rule } from '../../../src/engine/model/recurrence.js';
import { merge } from '../../../src/engine/sync/merge.js';
import type { Merged } from '../../../src/engine/sync/merge.js';
import { anEvent } from '../../support/an-event.js';

const BASE = anEvent({ rule: { freq: 'daily', interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'never' } }, exceptions: { '2026-02-05': { changes: { subject: 'x' } } } });
type Edit = Partial<Pick<EventFields, 'when' | 'rule' | 'exceptions' | 'attachments'>>;
const side = (edit: Edit) => ({ fields: { ...BASE, ...edit }, edited: new Set(Object.keys(edit) as (keyof EventFields)[]), narrow: (held: EventFields) => held });
const merged = (outlook: Edit, server: Edit): Merged<'event'> => merge({ kind: 'event', base: BASE, sides: { outlook: side(outlook), server: side(server) }, winner: 'server' });
const moved = { allDay: true, start: '2026-02-03', end: '2026-02-05' } as const;

test('rule 20: different occurrences changed on the two sides are both kept', (t) => {
  const { agreed, lost } = merged({ exceptions: { ...BASE.exceptions, '2026-02-07': { deleted: true } } }, { exceptions: { '2026-02-05': { changes: { subject: 'y' } } } });
  t.deepEqual(agreed.exceptions, { '2026-02-05': { changes: { subject: 'y' } }, '2026-02-07': { deleted: true } });
  t.deepEqual(lost, { outlook: [], server: [] });
});

test('rule 17: an occurrence deleted on one side and edited on the other is kept, edited', (t) => {
  const edited = { '2026-02-05': { changes: { subject: 'y' } } }, deleted = { '2026-02-05': { deleted: true } } as const;
  t.deepEqual(merged({ exceptions: edited }, { exceptions: deleted }).agreed.exceptions, edited);
  t.deepEqual(merged({ exceptions: deleted }, { exceptions: edited }).agreed.exceptions, edited);
});

test('rule 17: an occurrence deleted on one side and given a file on the other is kept, with the file; one whose file was there before is deleted', (t) => {
  const file = { name: 'own.txt', sha256: 'a', octets: 1, occurrence: '2026-02-05' }, deleted = { '2026-02-05': { deleted: true } } as const;
  for (const [outlook, server] of [[{ exceptions: deleted }, { attachments: [file] }], [{ attachments: [file] }, { exceptions: deleted }]] as const) {
    const { agreed } = merged(outlook, server);
    t.deepEqual([agreed.exceptions, agreed.attachments], [BASE.exceptions, [file]]);
  }
  const later = { ...file, occurrence: '2026-02-07' }, { agreed } = merged({ exceptions: { ...BASE.exceptions, '2026-02-07': { deleted: true } } }, { attachments: [later] });
  t.deepEqual(agreed.exceptions, BASE.exceptions, 'that said nothing for itself');
  const had = { ...BASE, attachments: [file] }, of = (edit: Edit) => ({ ...side(edit), fields: { ...had, ...edit } });
  t.deepEqual(merge({ kind: 'event', base: had, sides: { outlook: of({ exceptions: deleted }), server: of({}) }, winner: 'server' }).agreed.exceptions, deleted);
});

test('rule 20: one occurrence changed differently goes by policy, and the loser is named', (t) => {
  const { agreed, lost } = merged({ exceptions: { '2026-02-05': { changes: { subject: 'o' } } } }, { exceptions: { '2026-02-05': { changes: { subject: 's' } } } });
  t.deepEqual([agreed.exceptions, lost.outlook], [{ '2026-02-05': { changes: { subject: 's' } } }, ['exceptions']]);
});

test('rule 20: a new time on one side and a changed occurrence on the other are both kept while the keys stay', (t) => {
  const { agreed, lost } = merged({ when: moved }, { exceptions: { '2026-02-05': { changes: { subject: 'y' } } } });
  t.deepEqual([agreed.when, agreed.exceptions, lost.outlook], [moved, { '2026-02-05': { changes: { subject: 'y' } } }, []]);
});

test('rule 20: a new time on one side and a deleted occurrence on the other clash as one group', (t) => {
  const { agreed, lost } = merged({ when: moved }, { exceptions: { ...BASE.exceptions, '2026-02-07': { deleted: true } } });
  t.deepEqual([agreed.when, Object.keys(agreed.exceptions)], [BASE.when, ['2026-02-05', '2026-02-07']]);
  t.true(lost.outlook.includes('when'));
});

test('rule 20: a new time under which the occurrence that the other side changed is none clashes with it', (t) => {
  const { agreed, lost } = merged({ when: { allDay: true, start: '2026-02-06', end: '2026-02-07' } }, { exceptions: { '2026-02-05': { changes: { subject: 'y' } } } });
  t.deepEqual([agreed.when, agreed.exceptions], [BASE.when, { '2026-02-05': { changes: { subject: 'y' } } }]);
  t.true(lost.outlook.includes('when'));
});

test('rule 20: a pattern that Outlook changed, which cost it its exceptions, wins or loses with them', (t) => {
  const weekly = { ...(BASE.rule as Rule), freq: 'weekly' as const };
  t.deepEqual(merged({ rule: weekly, exceptions: {} }, {}).agreed.exceptions, {});
  const clash = merged({ rule: weekly, exceptions: {} }, { exceptions: { '2026-02-05': { changes: { subject: 'y' } } } });
  t.deepEqual([clash.agreed.rule, clash.agreed.exceptions], [BASE.rule, { '2026-02-05': { changes: { subject: 'y' } } }]);
});

// The steps of a write as people read them: what each member is set to, without what a new appointment is anyway.
import { isWireDate } from '../../src/ps-host/wire-value.js';
import type { Step } from '../../src/ps-host/protocol.js';
import type { WireValue } from '../../src/ps-host/wire-value.js';

const AS_NEW: Readonly<Record<string, WireValue>> = { Location: '', Body: '', Sensitivity: 0, ReminderSet: false, Categories: '', BusyStatus: 2, Importance: 1 };

const plain = (value: WireValue): unknown => (isWireDate(value) ? value.date.replace('T00:00:00', '') : value);

export function membersSet(steps: readonly Step[]): Readonly<Record<string, unknown>> {
  const set: Record<string, unknown> = {};
  for (const step of steps) {
    if (step.do === 'set' && step.to !== AS_NEW[step.name]) set[step.name] = plain(step.to);
    if (step.do === 'zone') set[step.name] = step.to;
    if (step.do === 'pattern') set['pattern'] = Object.fromEntries(step.set.map(({ name, to }) => [name, plain(to)]));
    if (step.do === 'recipients') set['Recipients'] = step.to.map(({ add, type }) => `${type} ${add}`);
    if (step.do === 'user') set[step.name] = step.name.endsWith('Url') ? step.to : 'noted';
    if (step.do === 'attach') set['attached'] = [...(set['attached'] as readonly string[] | undefined ?? []), step.name];
    // Sent representing: the organiser of somebody else's meeting.
    if (step.do === 'property' && step.schema.endsWith('0x0065001F')) set['organizer'] = step.to;
  }
  return set;
}

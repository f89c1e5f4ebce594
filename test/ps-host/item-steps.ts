// Steps on the items of a bench that tests of the host share: by the wire's own operations, without a side.
import type { ItemRecord, Members } from '../../src/ps-host/item-record.js';
import type { MarkQuery, Step } from '../../src/ps-host/protocol.js';
import type { WireValue } from '../../src/ps-host/wire-value.js';
import { MARK_COLUMN } from '../../src/engine/side/outlook-mark.js';
import type { OutlookBench } from './outlook-bench.js';

export type Bench = OutlookBench<'event'>;

export const MEMBERS: Members = { plain: ['Subject', 'Body', 'Location'], user: ['M2KSync'] };
export const set = (name: string, to: WireValue): Step => ({ do: 'set', name, to });
export const SAVE: Step = { do: 'save' };
export const DAILY: readonly Step[] = [{ do: 'pattern', set: [{ name: 'RecurrenceType', to: 0 }, { name: 'Occurrences', to: 3 }] }, SAVE];

export const write = ({ desk, folder }: Bench, steps: readonly Step[], at?: Pick<ItemRecord, 'id' | 'version'>, members = MEMBERS): Promise<ItemRecord> =>
  desk.host.call('writeItem', { folder, members, messageClass: 'IPM.Appointment', unless: null, id: at?.id ?? null, version: at?.version ?? null, steps });
export const make = (bench: Bench, subject = 'Lunch'): Promise<ItemRecord> => write(bench, [set('Subject', subject), set('Body', 'With soup'), SAVE]);
export const readRow = async ({ desk, folder }: Bench, id: string) => (await desk.host.call('readItems', { folder, ids: [id], members: MEMBERS })).items[0]!;
export const fault = ({ desk }: Bench, what: { readonly [key: string]: WireValue }) => desk.lab('[void]$args[0].Lab.Faults.Add($args[1])', JSON.stringify(what));
export const noFaults = ({ desk }: Bench) => desk.lab('$args[0].Lab.Faults.Clear()');

export const markOf = (begins: string): MarkQuery => ({ column: MARK_COLUMN, begins });
export const marked = (bench: Bench, text: string): Promise<ItemRecord> => write(bench, [{ do: 'user', name: 'M2KSync', to: text }, set('Subject', 'a'), SAVE]);

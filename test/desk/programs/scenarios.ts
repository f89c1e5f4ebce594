// What the wire is put through on the desk; each scenario gives what a test looks at.
import { sample } from '../../../src/engine/side/contract/samples.js';
import type { ItemId } from '../../../src/engine/model/ids.js';
import type { WireValue } from '../../../src/ps-host/wire-value.js';
import { failureOf, inHost, session, sideOn, type Session } from './session.js';

type Environment = Readonly<Record<string, string>>;
type Facts = Readonly<Record<string, unknown>>;

const PROCESSES = "@([Diagnostics.Process]::GetProcessesByName('OUTLOOK')).Count";
const busy = (milliseconds: number, answer: 1 | 2): string => `(New-Object -ComObject M2KSync.LabOutlook).RefuseCalls(${milliseconds}, ${answer})`;

/** Refused while Outlook is closed; started on demand; one item's whole life; quit by whoever started it. */
async function journey(environment: Environment): Promise<Facts> {
  const one = session(environment);
  const closed = await failureOf(one.open(false));
  const facts = await one.open(true);
  const { side } = await sideOn(one.call, facts, { kind: 'event', name: 'journey' });
  const made = await side.create({ item: sample('event', 1) });
  const { items, complete } = await side.list();
  const read = [];
  for await (const row of side.fetch([made.id])) read.push(row.ok ? row.item.fields.subject : row.id);
  const after = await side.update({
    ref: { id: made.id, version: made.version }, item: { ...sample('event', 1), fields: { ...made.fields, subject: '改過了' } }, fields: new Set(['subject']), parts: made.parts,
  });
  await side.delete({ id: after.id, version: after.version }, after.parts);
  const left = (await side.list()).items.length;
  const apartment = await inHost(one, '[Threading.Thread]::CurrentThread.GetApartmentState().ToString()');
  await one.close();
  const next = session(environment);
  const gone = await failureOf(next.open(false));
  await next.close();
  return { closed, facts, apartment, listed: items.length, complete, read, changed: after.fields.subject, left, gone };
}

interface Cost {
  /** Calls that Outlook counted. */
  readonly calls: number;
  readonly ms: number;
}

/** What a work costs at Outlook. */
async function costOf(one: Session, work: () => Promise<unknown>): Promise<Cost> {
  await inHost(one, '$args[0].Lab.Calls.Reset()');
  const begun = performance.now();
  await work();
  const ms = Math.round(performance.now() - begun);
  return { calls: Number(await inHost(one, "$args[0].Lab.Calls.Count('*.*')")), ms };
}

const ITEMS = 20;

/** What items cost in calls to Outlook and in milliseconds: made, listed while nothing has changed, read. */
async function listing(environment: Environment): Promise<Facts> {
  const one = session(environment);
  const facts = await one.open(true);
  const { side } = await sideOn(one.call, facts, { kind: 'event', name: 'listing' });
  const made = await costOf(one, async () => { for (let n = 0; n < ITEMS; n += 1) await side.create({ item: sample('event', n * 7) }); });
  let ids: readonly ItemId[] = [];
  const listed = await costOf(one, async () => { ids = (await side.list()).items.map(({ id }) => id); });
  const [onItems, tables] = await inHost(one, "@($args[0].Lab.Calls.Count('AppointmentItem.*'), $args[0].Lab.Calls.Count('Folder.GetTable'))") as readonly number[];
  const read = await costOf(one, async () => { for await (const row of side.fetch(ids)) if (!row.ok) throw row.error; });
  await one.close();
  return { items: ids.length, onItems, tables, made, listed, read };
}

/** The server dies in a call of the host; what the next call says. */
async function killed(environment: Environment): Promise<Facts> {
  const one = session(environment);
  const facts = await one.open(true);
  const { side } = await sideOn(one.call, facts, { kind: 'event', name: 'killed' });
  await side.create({ item: sample('event', 1) });
  await inHost(one, `[void]$args[0].Lab.Faults.Add('{"kind":"exit","member":"AppointmentItem.Save","times":1}')`);
  const inCall = await failureOf(side.create({ item: sample('event', 2) }));
  const next = await failureOf(side.list());
  await one.close();
  return { inCall, next };
}

async function countIn(environment: Environment, name: string): Promise<Facts> {
  const one = session(environment);
  const facts = await one.open(true);
  const { side } = await sideOn(one.call, facts, { kind: 'event', name });
  const { items } = await side.list();
  await one.close();
  return { items: items.length };
}

/** The user closes Outlook under us. */
async function quit(environment: Environment): Promise<Facts> {
  const one = session(environment);
  const facts = await one.open(true);
  const { side } = await sideOn(one.call, facts, { kind: 'event', name: 'quit' });
  await inHost(one, '$args[0].Quit()');
  const after = await failureOf(side.list());
  const again = await failureOf(one.open(true));
  await one.close();
  return { after, again };
}

/** Busy for a while, busy for too long, and saying to retry later. */
async function busyFor(environment: Environment): Promise<Facts> {
  const one = session(environment, { busyMs: 3000 });
  const facts = await one.open(true);
  const { side } = await sideOn(one.call, facts, { kind: 'event', name: 'busy' });
  await inHost(one, busy(1200, 1));
  const short = await failureOf(side.list());
  await inHost(one, busy(6000, 1));
  const long = await failureOf(side.list());
  await new Promise((resolve) => { setTimeout(resolve, 6000); });
  await inHost(one, busy(1200, 2));
  const later = await failureOf(side.list());
  await one.close();
  // A desk that has not seen a type yet reads it under the refusals.
  const fresh = session(environment);
  await fresh.open(true);
  await inHost(fresh, busy(1200, 1));
  const first = await failureOf(sideOn(fresh.call, facts, { kind: 'contact', name: 'busy first' }));
  await fresh.close();
  return { short, long, later, first };
}

const opening = async (environment: Environment): Promise<Facts> => {
  const one = session(environment);
  const said = await failureOf(one.open(true));
  await one.close();
  return { said };
};

/** Two hosts on one Outlook: the second attaches, and leaves it running. */
async function two(environment: Environment): Promise<Facts> {
  const [first, second] = [session(environment), session(environment)];
  const a = await first.open(true);
  const b = await second.open(true);
  const seen: WireValue = await inHost(second, PROCESSES);
  await second.close();
  const still = await failureOf(first.call('ping', {}));
  await first.close();
  return { started: [a.startedOutlook, b.startedOutlook], seen, still };
}

export const SCENARIOS: Readonly<Record<string, (environment: Environment) => Promise<Facts>>> = {
  journey, listing, killed, quit, busy: busyFor, opening, two, countKilled: (environment) => countIn(environment, 'killed'),
};

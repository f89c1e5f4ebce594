// Histories through the whole chain: people edit on both sides, runs meet faults of the network, of Outlook and of the processes, then nothing fails any
// more, runs go on until one has nothing to do, and both sides are compared.
import { plain } from '../../lab/mail2000/quirks.js';
import type { Quirks } from '../../lab/mail2000/quirks.js';
import { itemId, uid } from '../../src/engine/model/ids.js';
import { parseMark } from '../../src/engine/side/outlook-mark.js';
import { anEvent } from '../support/an-event.js';
import { codecOf } from '../support/lab-bench.js';
import { officeHands } from '../support/office-hands.js';
import { seeded } from '../support/seeded.js';
import type { Seeded } from '../support/seeded.js';
import { chainWorld, quoted } from './chain-world.js';
import type { ChainRun, ChainWorld } from './chain-world.js';
import { anyFault } from './network-faults.js';
import type { MatrixTold } from './outlook-matrix.js';
import { SORTS } from './outlook-matrix.js';
import { deed, tales } from './tales.js';

/** Servers as they are met; every world is on the next one. */
const SERVERS: readonly Partial<Quirks>[] = [{}, { putFalse500: true, multigetMissing: 'whole404' }, { hrefNotUid: 'silent', rewritesOnPut: true, ctag: false }, { weakEtags: true, etagPerWrite: true, syncCollection: true }, plain];
/** Faulty runs of a history, histories of a world. */
const TURNS = 20, HISTORIES = 3;
/** To come, as what is made in Outlook: something past that vanishes was put away by AutoArchive, and stays on the server (rules.md 13). */
const DAY = { allDay: true, start: '2030-05-06', end: '2030-05-07' } as const;
/** Calls to Outlook of a run with something to do (2026-11-30). */
const CALLS = 120;
const MOST_CALM = 7;

/** So many runs with faults, from the seed on. `runs` counts the clean ones too. */
export async function chainRuns(faulty: number, { seed }: { readonly seed: number }): Promise<MatrixTold> {
  const world = await chainWorld(), sum = { runs: 0, faults: 0, lost: 0, doubled: 0, problems: [] as readonly string[] };
  try {
    for (let at = seed, played = 0; played < faulty && sum.problems.length === 0; at += 1) {
      await world.begin(SERVERS[at % SERVERS.length]!);
      const random = seeded(at);
      for (let history = 0; history < HISTORIES && played < faulty && sum.problems.length === 0; history += 1) {
        const turns = Math.min(TURNS, faulty - played), told = await chainHistory(world, random, turns);
        played += turns;
        for (const name of ['runs', 'faults', 'lost', 'doubled'] as const) sum[name] += told[name];
        sum.problems = told.problems.map((problem) => `seed ${at}: ${problem}`);
      }
    }
  } finally {
    await world.close();
  }
  return sum;
}

let names = 0;

async function chainHistory(world: ChainWorld, random: Seeded, turns: number): Promise<MatrixTold> {
  const codec = codecOf('event'), hands = officeHands(codec, world.calendar, (extension) => `/s${names}${extension}`), told = tales(), journal: string[] = [], bugs: string[] = [];
  const struck = new Set<string>();
  let runs = 0, faults = 0;
  const onServer = () => world.calendar.list().map(({ name, text }) => ({ id: itemId(encodeURIComponent(name)), ...codec.parse(text) }));
  const inOutlook = async () => (await world.items()).map((item) => ({ ...item, uid: parseMark(item.mark)?.uid ?? '' }));

  async function somebody(): Promise<void> {
    const subject = `s${(names += 1)}`, location = `room ${names}`;
    if (random.chance(0.5)) {
      // What M2KSync has not seen yet has no UID to tell a tale by: it is left alone until it has.
      const there = (await inOutlook()).filter((one) => one.uid !== ''), next = deed(random, there.length), one = next.kind === 'make' ? undefined : there[next.index]!;
      journal.push(`  in Outlook ${next.kind} ${one?.subject ?? ''} ${subject}`);
      // Whoever finds the folder read-only, by the fault of an earlier run, comes back when it is not.
      await world.inOutlook('Reset-ChainFolder');
      if (one === undefined) {
        await world.inOutlook(`Add-ChainItem ${quoted(subject)} ${quoted(location)}`);
        made.add(subject);
      } else if (next.kind === 'remove') {
        await world.inOutlook(`(Find-ChainItem ${quoted(one.subject)}).Delete()`);
        told.removed('outlook', one.uid);
      } else {
        await world.inOutlook(`Set-ChainItem ${quoted(one.subject)} @{ Subject = ${quoted(subject)}${random.chance(0.3) ? `; Location = ${quoted(location)}` : ''} }`);
        told.wrote('outlook', one.uid, subject);
      }
      return;
    }
    const there = onServer(), next = deed(random, there.length), one = next.kind === 'make' ? undefined : there[next.index]!;
    journal.push(`  on the server ${next.kind} ${one?.fields.subject ?? ''} ${subject}`);
    if (one === undefined) {
      await hands.put({ kind: 'event', uid: uid(`u-${subject}`), fields: anEvent({ subject, location, when: DAY }) });
      told.wrote('server', `u-${subject}`, subject);
    } else if (next.kind === 'remove') {
      await hands.remove(one.id);
      told.removed('server', one.uid);
    } else {
      await hands.edit(one.id, { subject });
      told.wrote('server', one.uid, subject);
    }
  }

  /** Made in Outlook: its UID is known once a run gave it one. */
  const made = new Set<string>();

  async function run(spoilt: boolean): Promise<ChainRun> {
    const killed: string[] = [];
    let killAt = spoilt && random.chance(0.1) ? random.below(12) : -1;
    const sort = spoilt && random.chance(0.6) ? random.pick(SORTS) : null;
    world.proxy.forget();
    world.proxy.fault = ({ method, path }) => {
      killAt -= 1;
      if (killAt === -1) {
        killed.push(`  the engine is killed at ${method} ${path.slice(-24)}`);
        faults += 1;
        journal.push(...killed);
        world.killEngine();
        return { kind: 'drop', done: random.chance(0.5) };
      }
      if (!spoilt || !random.chance(0.12)) return null;
      const fault = anyFault(random);
      if (fault.kind === 'silence') return null;
      faults += 1;
      journal.push(`  fault ${method} ${path.slice(-24)} ${JSON.stringify(fault)}`);
      return fault;
    };
    const skip = sort?.member === undefined ? random.below(CALLS) : random.below(3);
    const before = sort?.fault.kind === 'vanish' ? await inOutlook() : [];
    const ended = await world.run({ retry: !spoilt, outlookFault: sort === null ? null : { ...sort.fault, member: sort.member ?? '*', skip } });
    runs += 1;
    if (ended.struck) { faults += 1; struck.add(sort?.fault.kind ?? ''); journal.push(`  Outlook, call ${skip}: ${sort?.of ?? ''}`); }
    journal.push(`run ${runs}: ${ended.exitCode} ${ended.error} ${JSON.stringify(ended.problems)} ${JSON.stringify(ended.items)}`);
    if (ended.struck && before.length > 0) {
      // Somebody else deleted it, maybe before it was anywhere else.
      const left = await inOutlook(), same = (one: (typeof left)[number], other: (typeof left)[number]): boolean => (one.uid === '' ? one.subject === other.subject : one.uid === other.uid);
      for (const one of before) if (!left.some((other) => same(one, other)) && !made.delete(one.subject)) told.removed('outlook', one.uid);
    }
    const refused = world.proxy.statuses.filter((status) => status === 401).length;
    if (refused > 1) bugs.push(`${refused} times 401 in one run`);
    if (killed.length === 0 && [ended.error, ...ended.items.map(({ id }) => id ?? '')].some((id) => id.includes('M2K.Bug'))) bugs.push(`a bug in run ${runs}`);
    return ended;
  }

  for (let turn = 0; turn < turns; turn += 1) {
    for (let deeds = random.below(3); deeds > 0; deeds -= 1) await somebody();
    await run(true);
    for (const { subject, uid: of } of await inOutlook()) if (of !== '' && made.delete(subject)) told.wrote('outlook', of, subject);
    await world.pass(61_000);
  }
  await world.inOutlook('Reset-ChainFolder');
  let calm: ChainRun;
  do {
    await world.pass(11 * 60_000);
    calm = await run(false);
    // What vanished is proven gone by two listings ten minutes apart (rules.md 13).
  } while ((calm.items.length > 0 || calm.exitCode !== 0 || (struck.has('vanish') && runs < turns + 3)) && runs < turns + MOST_CALM);
  if (calm.items.length > 0 || calm.exitCode !== 0) bugs.push(`not quiet after ${runs - turns} clean runs`);
  const outlook = (await inOutlook()).map(({ uid: of, subject, location }) => ({ uid: of, subject, whole: `${subject}: ${location}` }));
  const { lost, doubled, other } = told.compare(outlook, onServer().map(({ uid: of, fields: { subject, location } }) => ({ uid: of, subject, whole: `${subject}: ${location}` })));
  const gone = [...made].filter((subject) => !outlook.some((one) => one.subject === subject)).map((subject) => `lost ${subject}, made in Outlook`);
  const problems = [...bugs, ...lost, ...gone, ...doubled, ...other];
  return { runs, faults, lost: lost.length + gone.length, doubled: doubled.length, problems: problems.length === 0 ? [] : [...problems, ...journal] };
}

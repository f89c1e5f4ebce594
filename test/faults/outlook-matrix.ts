// The fault matrix of Outlook (reference: object model section 11): one fault at one call of a run, then clean runs; nothing may be lost, doubled or different.
import { seeded } from '../support/seeded.js';
import { UNDONE } from './outlook-ground.js';
import type { OutlookFault, OutlookGround, Shown } from './outlook-ground.js';

export interface MatrixTold {
  readonly runs: number;
  readonly faults: number;
  readonly lost: number;
  readonly doubled: number;
  /** Sentences; none when all is well. */
  readonly problems: readonly string[];
}

export const figures = ({ runs, faults, lost, doubled }: MatrixTold): string => `${runs} runs, ${faults} faults, lost ${lost}, doubled ${doubled}`;

/** A sort of fault: its number in the reference, and the calls it may strike, all of them unless said otherwise. */
export interface Sort {
  readonly of: string;
  readonly fault: OutlookFault;
  readonly member?: string;
}

/** 6, an id that changes when an item is moved or deleted, is how the mailbox of the matrix is. */
export const SORTS: readonly Sort[] = [
  { of: '1: a getter throws', fault: { kind: 'unreadable', times: 1 } },
  { of: '2: three calls are rejected', fault: { kind: 'busy', times: 3 } },
  { of: '2: calls are rejected for longer than one waits', fault: { kind: 'busy', times: 60 } },
  { of: '3: the server dies', fault: { kind: 'gone', times: 1 } },
  { of: '3: Outlook and the host end before a call', fault: { kind: 'exit', times: 1 } },
  { of: '3: Outlook and the host end after a call', fault: { kind: 'exit', times: 1, after: true } },
  { of: '4: an item is gone between listing and opening', fault: { kind: 'vanish', times: 1 }, member: 'NameSpace.GetItemFromID' },
  { of: '5: a save meets a conflict', fault: { kind: 'conflict', times: 1 }, member: 'AppointmentItem.Save' },
  { of: '7: the version moves once more after a save', fault: { kind: 'conflict', times: 1, after: true }, member: 'AppointmentItem.Save' },
  { of: '17: folders turn read-only', fault: { kind: 'readOnly', times: 1 } },
  { of: '19: folders take no hidden items any more', fault: { kind: 'noStorage', times: 1 } },
];

export interface Case {
  readonly name: string;
  readonly fault: OutlookFault;
}

/** Every sort at every `every`-th call of a run that nothing goes wrong in. */
export async function casesOf(ground: OutlookGround, every = 1): Promise<readonly Case[]> {
  await ground.begin(null);
  const { exitCode } = await ground.run(0);
  if (exitCode !== 0) throw new Error(`a run without faults ended with ${exitCode}`);
  const calls = await ground.calls(), total = Object.values(calls).reduce((sum, count) => sum + count, 0);
  return SORTS.flatMap(({ of, fault, member = '*' }) => {
    const count = member === '*' ? total : calls[member] ?? 0;
    return Array.from({ length: Math.ceil(count / every) }, (_, index) => ({ name: `${of}, call ${index * every + 1} of ${count} (${member})`, fault: { ...fault, member, skip: index * every } }));
  });
}

/** So many of them, by chance; those that cost a new host seldom. */
export function chosen(cases: readonly Case[], { count, seed }: { readonly count: number; readonly seed: number }): readonly Case[] {
  const random = seeded(seed), sorts = [...Map.groupBy(cases, ({ name }) => name.split(',')[0] ?? '').values()];
  const dear = (of: readonly Case[]): boolean => of[0]?.fault.kind === 'exit';
  return Array.from({ length: count }, () => {
    for (;;) {
      const sort = random.pick(sorts);
      if (!dear(sort) || random.chance(0.25)) return random.pick(sort);
    }
  });
}

const MOST_RUNS = 6;

export async function outlookMatrix(ground: OutlookGround, cases: readonly Case[]): Promise<MatrixTold> {
  let runs = 0, lost = 0, doubled = 0;
  const problems: string[] = [];
  for (const { name, fault } of cases) {
    const said = await struck(ground, fault);
    runs += said.runs;
    lost += said.lost.length;
    doubled += said.doubled.length;
    problems.push(...[...said.lost.map((text) => `lost ${text}`), ...said.doubled.map((text) => `doubled ${text}`), ...said.other].map((problem) => `${name}: ${problem}`));
  }
  return { runs, faults: cases.length, lost, doubled, problems };
}

async function struck(ground: OutlookGround, fault: OutlookFault): Promise<{ readonly runs: number; readonly lost: readonly string[]; readonly doubled: readonly string[]; readonly other: readonly string[] }> {
  await ground.begin(fault);
  const first = await ground.run(0), other: string[] = [];
  if (first.exitCode === 1 || first.items.some(({ code }) => code === 'Bug')) other.push(`a bug: ${first.error} ${JSON.stringify(first.items.filter(({ code }) => code === 'Bug'))}`);
  await ground.mend();
  let runs = 1, last = first;
  do {
    last = await ground.run(11);
    runs += 1;
    if (last.error !== '' || last.items.some(({ code }) => code === 'Bug')) other.push(`clean run ${runs}: ${last.error} ${JSON.stringify(last.items.filter(({ code }) => code === 'Bug'))}`);
    // An absence proves nothing before it was seen twice (rules.md 13).
  } while ((last.items.length > 0 || last.exitCode !== 0 || (fault.kind === 'vanish' && runs < 4)) && runs < MOST_RUNS);
  if (last.items.length > 0 || last.exitCode !== 0) other.push(`not quiet after ${runs} runs: ${last.exitCode} ${JSON.stringify(last.items)}`);
  const shown = await ground.shown(), { wanted } = ground;
  const missing = (side: Shown): readonly string[] => wanted.filter((text) => !side.some((one) => one.text === text));
  // An item that went by itself in Outlook may be gone on both sides; whatever lost its only copy is in the undo store.
  const vanished = fault.kind === 'vanish' ? missing(shown.outlook).filter((text) => missing(shown.server).includes(text)).slice(0, 1) : [];
  const gone = (['outlook', 'server'] as const).flatMap((side) => missing(shown[side]).filter((text) => !vanished.includes(text)).map((text) => `${text} (${side})`));
  const twice = (['outlook', 'server'] as const).flatMap((side) => repeated(shown[side].map(({ uid }) => uid)).concat(repeated(shown[side].map(({ text }) => text))).map((text) => `${text} (${side})`));
  const foreign = (['outlook', 'server'] as const).flatMap((side) => shown[side].filter(({ text }) => !wanted.includes(text)).map(({ text }) => `${text} (${side}) is there`));
  const uids = (side: Shown): string => side.map(({ uid, text }) => `${uid} ${text}`).sort().join(' | ');
  if (uids(shown.outlook) !== uids(shown.server)) other.push(`different: ${uids(shown.outlook)} / ${uids(shown.server)}`);
  const unkept = ground.notKept(UNDONE).filter(() => fault.kind !== 'vanish');
  return { runs, lost: [...gone, ...unkept.map((text) => `${text} (undo)`)], doubled: twice, other: [...other, ...foreign] };
}

const repeated = (texts: readonly string[]): readonly string[] => [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];

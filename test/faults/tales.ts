// What every item went through since both sides last agreed, and whether what lies on both sides now can have come of it.
import type { Seeded } from '../support/seeded.js';

export type Where = 'outlook' | 'server';

export interface Shown {
  readonly uid: string;
  readonly subject: string;
  /** All of it that both sides can hold, as one text. */
  readonly whole: string;
}

/** Sentences; none when all is well. */
export interface Compared {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly other: readonly string[];
}

interface Tale { readonly subjects: Partial<Record<Where, string>>; readonly removedOn: ReadonlySet<Where> }

export interface Tales {
  /** Made or edited there, to bear this subject. */
  wrote(where: Where, uid: string, subject: string): void;
  removed(where: Where, uid: string): void;
  /** Judges what lies on both sides, and begins anew: they agree from here on. */
  compare(outlook: readonly Shown[], server: readonly Shown[]): Compared;
}

export function tales(): Tales {
  const all = new Map<string, Tale>(), tale = (uid: string): Tale => all.get(uid) ?? { subjects: {}, removedOn: new Set() };
  return {
    wrote(where, uid, subject) {
      const { subjects, removedOn } = tale(uid);
      all.set(uid, { subjects: { ...subjects, [where]: subject }, removedOn: new Set([...removedOn].filter((one) => one !== where)) });
    },
    removed(where, uid) {
      const { subjects, removedOn } = tale(uid);
      all.set(uid, { subjects, removedOn: new Set([...removedOn, where]) });
    },
    compare(outlook, server) {
      const told = (one: Shown | undefined, uid: string): string => `${uid}: ${one?.subject ?? 'not there'}`;
      const twice = ([name, items]: readonly [string, readonly Shown[]]): readonly string[] => (new Set(items.map(({ uid }) => uid)).size === items.length ? [] : [`doubled on ${name}: ${items.map(({ uid }) => uid).join(' ')}`]);
      const there = new Map(server.map((one) => [one.uid, one])), lost: string[] = [];
      const other = outlook.filter((one) => there.get(one.uid)?.whole !== one.whole).map((one) => `unequal ${told(one, one.uid)} / ${told(there.get(one.uid), one.uid)}`);
      other.push(...server.filter((one) => !outlook.some(({ uid }) => uid === one.uid)).map((one) => `only on the server ${told(one, one.uid)}`));
      if (server.length !== outlook.length) other.push(`${outlook.length} in Outlook, ${server.length} on the server`);
      for (const [uid, { subjects, removedOn }] of all) {
        const last = there.get(uid)?.subject, edits = Object.values(subjects);
        if (last === undefined && removedOn.size === 0) lost.push(`lost ${uid}, which nobody removed`);
        if (last !== undefined && edits.length > 0 && !edits.includes(last)) lost.push(`of ${uid} neither last edit is left: ${last}, not ${edits.join(' or ')}`);
        if (last !== undefined && removedOn.size > 0 && edits.length === 0) other.push(`${uid} came back though nobody edited it`);
      }
      all.clear();
      return { lost, doubled: ([['Outlook', outlook], ['the server', server]] as const).flatMap(twice), other };
    },
  };
}

/** What somebody does next to what lies there. */
export type Deed = { readonly kind: 'make' } | { readonly kind: 'remove' | 'edit'; readonly index: number };

export function deed(random: Seeded, there: number): Deed {
  if (there === 0 || random.chance(0.4)) return { kind: 'make' };
  const index = random.below(there);
  return { kind: random.chance(0.25) ? 'remove' : 'edit', index };
}

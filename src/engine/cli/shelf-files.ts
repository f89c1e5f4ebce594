// The shelf of pictures and files that outlives a run: an item that is made again, or restored, still finds its own. One file each.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shelf } from '../codec/shelf.js';
import type { Store } from '../state/state.js';

const DAY_MS = 86_400_000;
/** As long as the undo store keeps pre-images (rules.md 30), and a day. */
const KEPT_MS = 31 * DAY_MS;
const SWEPT = 'swept';

export interface ShelfFiles extends Shelf {
  /** Once a day: takes away what no base row names and nobody named for as long as anything can be undone. */
  sweep(named: () => ReadonlySet<string>, now: number): void;
}

export function shelfFiles(folder: string): ShelfFiles {
  const pathOf = (sha256: string): string => join(folder, sha256);
  const noteOf = (address: string): string => join(folder, `at-${createHash('sha256').update(address).digest('hex')}`);
  function keep(path: string, octets: Uint8Array | string, flag: 'w' | 'wx'): void {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(path, octets, { mode: 0o600, flag });
    } catch (error) {
      // A shelf that is full or lost costs a picture or a file, never its item.
      if (!['EEXIST', 'ENOSPC', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  return {
    put: (sha256, octets) => { keep(pathOf(sha256), octets, 'wx'); },
    note: (address, sha256) => { keep(noteOf(address), sha256, 'w'); },
    at(address) {
      try {
        return readFileSync(noteOf(address), 'utf8');
      } catch {
        return undefined;
      }
    },
    take(sha256) {
      try {
        const octets = readFileSync(pathOf(sha256));
        return createHash('sha256').update(octets).digest('hex') === sha256 ? octets : undefined;
      } catch {
        return undefined;
      }
    },
    sweep(named, now) {
      const last = modifiedAt(pathOf(SWEPT));
      if (last !== undefined && now - last < DAY_MS) return;
      const names = filesIn(folder, /^[0-9a-f]{64}$/);
      if (names.length === 0) return;
      const kept = named();
      for (const name of names) {
        if (kept.has(name)) utimesSync(pathOf(name), now / 1000, now / 1000);
        else if (now - (modifiedAt(pathOf(name)) ?? now) > KEPT_MS) rmSync(pathOf(name), { force: true });
      }
      for (const name of filesIn(folder, /^at-/)) if (modifiedAt(pathOf(readFileSync(pathOf(name), 'utf8'))) === undefined) rmSync(pathOf(name), { force: true });
      writeFileSync(pathOf(SWEPT), '', { mode: 0o600 });
      utimesSync(pathOf(SWEPT), now / 1000, now / 1000);
    },
  };
}

function filesIn(folder: string, named: RegExp): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => named.test(name));
  } catch {
    return [];
  }
}

/** Milliseconds since 1970; undefined for what is not there. */
function modifiedAt(path: string): number | undefined {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}

/** What base rows of these links name: pictures and files. */
export const namedFiles = (store: Pick<Store, 'bases'>, links: readonly string[]): ReadonlySet<string> => new Set(links.flatMap((link) => [
  ...store.bases(link, 'contact').flatMap(({ fields: { photo } }) => (photo ? [photo.sha256] : [])),
  ...store.bases(link, 'event').flatMap(({ fields: { attachments = [] } }) => attachments.map(({ sha256 }) => sha256)),
]));

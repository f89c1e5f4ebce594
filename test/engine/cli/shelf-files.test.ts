import test from 'ava';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shelfFiles } from '../../../src/engine/cli/shelf-files.js';

const DAY = 86_400_000;
const sha = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex');

test('a picture is found again by what it is; one that is damaged or missing is none', (t) => {
  const folder = join(mkdtempSync(join(tmpdir(), 'm2k-shelf-')), 'shelf'), shelf = shelfFiles(folder), octets = Uint8Array.from([1, 2, 3]);
  t.is(shelf.take(sha(octets)), undefined);
  shelf.put(sha(octets), octets);
  shelf.put(sha(octets), octets);
  t.deepEqual([...shelfFiles(folder).take(sha(octets)) ?? []], [1, 2, 3]);
  writeFileSync(join(folder, sha(octets)), 'spoilt');
  t.is(shelf.take(sha(octets)), undefined);
});

test('a picture that nothing names goes when nothing of that time can be undone any more, and not before', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'm2k-shelf-')), shelf = shelfFiles(folder), now = Date.now();
  const [named, stray] = [Uint8Array.from([1]), Uint8Array.from([2])];
  for (const octets of [named, stray]) shelf.put(sha(octets), octets);
  const held = () => readdirSync(folder).filter((name) => name.length === 64).sort();
  shelf.sweep(() => new Set([sha(named)]), now + DAY);
  t.is(held().length, 2);
  shelf.sweep(() => { throw new Error('asked twice a day'); }, now + DAY + 1000);
  shelf.sweep(() => new Set([sha(named)]), now + 33 * DAY);
  t.deepEqual(held(), [sha(named)]);
});

test('what an address gave is remembered as long as its picture lies there, over runs', (t) => {
  const folder = join(mkdtempSync(join(tmpdir(), 'm2k-photos-')), 'photos'), shelf = shelfFiles(folder), octets = Uint8Array.from([7]), address = 'https://cdn.example.org/a.jpg';
  t.is(shelf.at(address), undefined);
  shelf.put(sha(octets), octets);
  shelf.note(address, sha(octets));
  t.is(shelfFiles(folder).at(address), sha(octets));
  shelf.sweep(() => new Set([sha(octets)]), Date.now() + DAY);
  t.is(shelf.at(address), sha(octets));
  shelf.sweep(() => new Set(), Date.now() + 40 * DAY);
  t.is(shelf.at(address), undefined);
});

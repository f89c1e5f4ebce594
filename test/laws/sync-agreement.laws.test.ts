// Laws of what both sides are held to have agreed on (rules.md 1, 4): losses and rewriting are no edits, refusals are remembered.
import test from 'ava';
import { canonicalText } from '../../src/engine/model/canonical.js';
import fc from 'fast-check';
import { CODEC_VERSION } from '../../src/engine/state/state.js';
import { CONTACTS, EVENTS } from '../support/sync-cast.js';
import { act, arbitraryDeed, arbitrarySide } from '../support/sync-deeds.js';
import type { Deed } from '../support/sync-deeds.js';
import { agreed, arbitrarySeed, contents, isSame, law, writesOf } from '../support/sync-law.js';
import { BOTH_WAYS, look, settle, sync } from '../support/sync-world.js';
import type { SyncWorld, WorldOptions } from '../support/sync-world.js';

const seeds = arbitrarySeed(EVENTS);

test('rule 1: what a side cannot hold is no edit: items that only moved, or moved their versions, are written to nowhere', (t) => law(t, fc.asyncProperty(seeds, fc.array(arbitraryDeed(EVENTS).filter((deed) => deed.do === 'touch' || deed.do === 'move'), { minLength: 1, maxLength: 4 }), async (seed, deeds) => {
  const world = await agreed(EVENTS, seed), before = writesOf(world);
  for (const deed of deeds) await act(world, deed);
  await settle(world);
  return writesOf(world) === before && (await look(world)).actions === 0;
})));

test('rule 1: base rows of another codec version are taken anew from both sides without a write, where the sides say what they can', (t) => law(t, fc.asyncProperty(seeds, fc.constantFrom('codec', 'a field'), async (seed, lost) => {
  const world = await agreed(EVENTS, seed), before = writesOf(world);
  for (const base of world.store.bases('L', 'event')) {
    const { body: _body, ...fields } = base.fields;
    world.store.settle('L', { intent: null, pairing: base.pairing, base: lost === 'codec' ? { ...base, codec: CODEC_VERSION - 1 } : { ...base, fields }, at: '2026-01-10T00:00:00Z' });
  }
  await settle(world);
  return writesOf(world) === before && (await look(world)).actions === 0 && world.store.bases('L', 'event').every((base) => base.codec === CODEC_VERSION && 'body' in base.fields);
})));

test('rule 1: a value that one side cannot show is still there, in both, after that side edited something else', (t) => law(t, fc.asyncProperty(CONTACTS.item, CONTACTS.item, fc.constantFrom<'company' | 'note' | 'phones' | 'emails'>('company', 'note', 'phones', 'emails'), async (seed, other, field) => {
  const world = await agreed(CONTACTS, [{ ...seed, phones: { ...seed.phones, telex: '9' }, emails: ['c@x', ...seed.emails.filter((one) => one !== 'c@x')] }]);
  // Server-born or not: telex and c@x are Outlook's alone.
  const edited = field === 'phones' ? { phones: { mobile: '7' } } : field === 'emails' ? { emails: ['d@x'] } : { [field]: other[field] };
  await act(world, { do: 'edit', side: 'server', which: 0, change: edited });
  await settle(world);
  const [mine] = [...world.outlook.world.values()];
  return mine !== undefined && mine.fields.phones.telex === '9' && mine.fields.emails.includes('c@x') && isSame(world);
})));

type Rewrites = NonNullable<WorldOptions['rewrites']>;
/** What one side makes of a value the other takes: the rewriting is an edit, and that is the end of it. */
const TAKEN: readonly Rewrites[] = [
  { server: (fields) => ({ body: `${fields.body}!` }) }, { outlook: (fields) => ({ body: `${fields.body}!` }) }, { server: (fields) => ({ location: 'srv', body: fields.body.toUpperCase() }) },
];
/** Here it never would end. */
const ENDLESS: readonly Rewrites[] = [
  { server: (fields) => ({ body: fields.body.toUpperCase() }), outlook: (fields) => ({ body: fields.body.toLowerCase() }) },
  { server: (fields) => ({ body: `${fields.body}!` }), outlook: (fields) => ({ body: `${fields.body}?` }) },
];

test('rule 4: what a side makes of a value right after the write is that side\'s edit: both sides end with it', (t) => law(t, fc.asyncProperty(seeds, fc.constantFrom(...TAKEN), async (seed, rewrites) => {
  const world = await agreed(EVENTS, [], { rewrites });
  for (const [index, fields] of seed.entries()) await act(world, { do: 'add', side: index % 2 === 0 ? 'outlook' : 'server', fields: { ...fields, body: 'Body' } });
  const runs = await settle(world);
  return runs <= 3 && isSame(world) && world.unaudited.length === 0;
})));

test('rule 4: a side that rewrites a value for ever is left alone after three rounds, is reported once, and edits still cross', (t) => law(t, fc.asyncProperty(seeds, fc.constantFrom(...ENDLESS), arbitrarySide, EVENTS.change, async (seed, rewrites, side, change) => {
  const world = await agreed(EVENTS, [], { rewrites });
  for (const [index, fields] of seed.entries()) await act(world, { do: 'add', side: index % 2 === 0 ? 'outlook' : 'server', fields: { ...fields, body: 'Body' } });
  const told: string[] = [];
  const rounds = async (most: number): Promise<number> => {
    for (let count = 1; count <= most; count += 1) {
      world.now += 11 * 60_000;
      const outcome = await sync(world);
      if (outcome !== 'crashed') told.push(...outcome.items.flatMap((item) => (item.habits ?? []).flatMap((habit) => habit.fields.map((field) => `${String(item.uid)} ${habit.side} ${field}`))));
      if ((await look(world)).actions === 0) return count;
    }
    return most + 1;
  };
  // Three rounds of each side in turn.
  const quiet = await rounds(6);
  const before = told.length, calm = writesOf(world);
  await rounds(1);
  if (quiet > 6 || before === 0 || told.length !== before || new Set(told).size !== told.length || writesOf(world) !== calm) return false;
  const [field] = Object.keys(change) as (keyof typeof change)[];
  if (field === undefined || field === 'body') return true;
  await act(world, { do: 'edit', side, which: 0, change });
  await rounds(6);
  const both = contents(world, 'outlook').map((_, index) => index);
  return both.every((index) => valueAt(world, 'outlook', { index, field }) === valueAt(world, 'server', { index, field }));
})));

function valueAt(world: SyncWorld, side: 'outlook' | 'server', { index, field }: { readonly index: number; readonly field: string }): string {
  const list = [...world[side].world.values()].sort((a, b) => (a.uid < b.uid ? -1 : 1));
  const fields = EVENTS.narrow.outlook(EVENTS.narrow.server(list[index]!.fields));
  return canonicalText((fields as unknown as Record<string, unknown>)[field]);
}

test('a write that a side refused stops nothing else, and is tried again only when the values change', (t) => law(t, fc.asyncProperty(seeds, arbitrarySide, fc.nat(9), fc.boolean(), async (seed, side, which, whole) => {
  let refusing = true;
  const to = side === 'outlook' ? 'server' : 'outlook';
  const world = await agreed(EVENTS, seed, { refuses: (attempt) => (refusing && attempt.side === to && attempt.fields?.body === 'refused' ? 'no' : null) });
  const deeds: readonly Deed[] = [
    whole ? { do: 'add', side, fields: { ...seed[0]!, body: 'refused' } } : { do: 'edit', side, which, change: { body: 'refused' } },
    { do: 'add', side, fields: { ...seed[0]!, body: 'taken' } },
  ];
  for (const deed of deeds) await act(world, deed);
  for (let run = 0; run < 4; run += 1) { world.now += 11 * 60_000; await sync(world); }
  const tried = world.attempts.filter((attempt) => attempt.fields?.body === 'refused').length;
  if (tried !== 1 || contents(world, to).length !== seed.length + 1) return false;
  const at = [...world[side].world].find(([, held]) => held.fields.body === 'refused')!;
  refusing = false;
  await world[side].otherHands.edit(at[0], { body: 'changed' });
  await settle(world);
  return isSame(world) && world.link.rules === BOTH_WAYS;
})));

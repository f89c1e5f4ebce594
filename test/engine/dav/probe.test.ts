import test from 'ava';
import type { ExecutionContext } from 'ava';
import { plain } from '../../../lab/mail2000/quirks.js';
import type { Quirks } from '../../../lab/mail2000/quirks.js';
import { officeSeed } from '../../../lab/mail2000/office-seed.js';
import { probe } from '../../../src/engine/dav/probe.js';
import { PROFILES } from '../../../src/engine/dav/profile.js';
import { measured } from '../../../src/engine/dav/traits.js';
import type { ServerTraits } from '../../../src/engine/dav/traits.js';
import { checkView } from '../../../src/engine/report/check.js';
import { wordsIn } from '../../../src/engine/words/catalogue.js';
import { labAccount, xiaoming } from '../../support/lab-account.js';
import type { LabAccount } from '../../support/lab-account.js';

async function probed(t: ExecutionContext, quirks: Partial<Quirks>, writeAs: string | null): Promise<{ readonly traits: ServerTraits; readonly account: LabAccount }> {
  const account = await labAccount({ office: officeSeed(), quirks });
  t.teardown(() => account.close());
  const before = account.lab.office.collection('calendars/xiaoming@example.com.tw/default').list().length;
  const { traits } = await probe({ client: account.client, profile: PROFILES.mail2000, address: xiaoming }, { extras: [], writeAs });
  t.is(account.lab.office.collection('calendars/xiaoming@example.com.tw/default').list().length, before);
  return { traits, account };
}

test('the probe reads only unless it is told to write, and says what the server does', async (t) => {
  const { traits, account } = await probed(t, {}, null);
  t.deepEqual(Object.keys(account.lab.counts()).sort(), ['OPTIONS', 'PROPFIND', 'REPORT']);
  t.is(traits.write, null);
  t.like(traits.read, { calendars: 2, books: 8, notServed: [], privileges: 'yes', ctag: 'yes', syncCollection: 'no', multigetMissing: 'omitted', schedules: false });
  t.true(traits.read.dav.includes('calendar-access'));
});

for (const [name, quirks, read] of [
  ['sync-collection and 404 rows', plain, { syncCollection: 'yes', multigetMissing: 'row404' }],
  ['sync-collection that is only advertised', { syncCollection: 'advertised' }, { syncCollection: 'no' }],
  ['one missing href that refuses all', { multigetMissing: 'whole404' }, { multigetMissing: 'whole404' }],
  ['no ctag, no privileges', { ctag: false, privilegesHidden: true }, { ctag: 'no', privileges: 'no' }],
  ['no calendars', { davOff: 'calendars' }, { notServed: ['event'], calendars: 0 }],
] as const) {
  test(`the probe tells ${name}`, async (t) => { t.like((await probed(t, quirks, null)).traits.read, read); });
}

for (const [name, quirks, write] of [
  ['Mail2000 as measured', {}, { ifNoneMatch: 'refused', utcTimes: 'no', overrides: 'no', falseErrors: false, cleaned: true }],
  ['a server by the standards', plain, { ifNoneMatch: 'honoured', ifMatch: 'honoured', etagOnPut: true, rewrites: false, utcTimes: 'yes', overrides: 'yes', cleaned: true }],
  ['writes that are stored and answered 500', { putFalse500: true }, { falseErrors: true, cleaned: true }],
  ['texts that are rewritten', { ...plain, rewritesOnPut: true }, { rewrites: true }],
  ['conditions without effect', { ...plain, ifMatchIgnored: true }, { ifNoneMatch: 'ignored', ifMatch: 'ignored' }],
] as const) {
  test(`the writing probe tells ${name}, and leaves nothing behind`, async (t) => { t.like((await probed(t, quirks, 'm2ksync-probe-1')).traits.write, write); });
}

test('what was measured is laid over the profile, a yes to overrides alone is not believed', async (t) => {
  const { traits } = await probed(t, plain, 'm2ksync-probe-1');
  t.like(measured(PROFILES.mail2000, traits), { ifNoneMatch: true, rewrites: false, overrides: false });
  t.like(measured(PROFILES.generic, { ...traits, write: { ...traits.write!, overrides: 'no' } }), { overrides: false });
  t.deepEqual(measured(PROFILES.mail2000, undefined), PROFILES.mail2000);
});

test('a verdict a row of the mission in both languages, and a report without host, address or name', async (t) => {
  const { traits } = await probed(t, {}, 'm2ksync-probe-1');
  for (const language of ['en-US', 'zh-TW'] as const) {
    const view = checkView(wordsIn(language), { traits, host: 'mail.example.com.tw', address: xiaoming, preset: 'mail2000' });
    t.deepEqual(view.rows.map(({ row, verdict }) => `${row} ${verdict}`), ['M1 yes', 'M2 yes', 'M3 yes', 'M4 yes', 'M10 yes', 'M11 partly', 'M12 yes', 'M14 yes', 'B4 yes', 'B5 yes']);
    t.notRegex(view.report, /example|xiaoming|127\.0\.0\.1|calendars\//);
  }
});

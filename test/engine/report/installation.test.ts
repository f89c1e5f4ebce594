// Every check of an installation, true and false (desk-rules.md 14, 16; OOM 6.3).
import test from 'ava';
import { installationRows } from '../../../src/engine/report/installation.js';
import type { Findings, InstallationCheck, InstallationRow } from '../../../src/engine/report/installation.js';
import { wordsIn } from '../../../src/engine/words/catalogue.js';
import type { InstallationFacts } from '../../../src/ps-host/desk-facts.js';

const FACTS: InstallationFacts = {
  build: 17763, bits: 64, psVersion: '5.1.1', psEdition: 'Desktop', session: 2, sessions: 3, culture: 'zh-HK', languageMode: 'FullLanguage', policies: ['Undefined', 'RemoteSigned'], outlookVersion: '16.0', outlookBits: 'x86', newOutlook: true,
  guard: 2, guardMode: null, guardPrompt: null, toasts: 1, toastsForbidden: null,
};
const GOOD: Findings = { facts: { ok: true, value: FACTS }, task: { ok: true, value: 'there' }, oldTool: { ok: true, value: null }, ends: { ok: true, value: true }, paths: { ok: true, value: 300 }, proxy: { ok: true, value: '' }, server: { ok: true, value: true }, cases: { ok: true, value: [{ kind: 'event', name: 'one', ok: true, why: '' }] } };
const failed = (id: string) => ({ ok: false, id, message: `message of ${id}`, remedy: `remedy of ${id}` }) as const;
const rowsOf = (changed: Partial<Findings>, strings: 'zh-TW' | 'en-US' = 'zh-TW'): readonly InstallationRow[] => installationRows(wordsIn('en-US'), { ...GOOD, ...changed }, strings);
const rowOf = (check: InstallationCheck, changed: Partial<Findings>): InstallationRow | undefined => rowsOf(changed).find((row) => row.check === check);
const withFacts = (changed: Partial<InstallationFacts>): Partial<Findings> => ({ facts: { ok: true, value: { ...FACTS, ...changed } } });

test('a good desk passes every check with nothing to do', (t) => {
  t.deepEqual(rowsOf({}).map(({ check, verdict, remedy }) => [check, verdict, remedy]), ['windows', 'outlook', 'oldTool', 'guard', 'host', 'ends', 'language', 'policy', 'session', 'task', 'toast', 'paths', 'proxy', 'certificate', 'server', 'cases'].map((check) => [check, 'yes', '']));
});

const WRONG: readonly (readonly [InstallationCheck, InstallationRow['verdict'], Partial<Findings>, RegExp])[] = [
  ['windows', 'no', withFacts({ build: 17762 }), /build 17762/], ['windows', 'no', withFacts({ bits: 32 }), /32 bits/],
  ['outlook', 'no', withFacts({ outlookVersion: '' }), /only the new Outlook/], ['outlook', 'no', withFacts({ outlookVersion: '', newOutlook: false }), /not installed/],
  ['guard', 'partly', withFacts({ guard: null }), /antivirus/], ['guard', 'partly', withFacts({ guard: 0 }), /antivirus/], ['guard', 'no', withFacts({ guard: 1 }), /at every access/],
  ['guard', 'no', withFacts({ guardMode: 3, guardPrompt: 0 }), /denies/], ['guard', 'no', withFacts({ guardMode: 3, guardPrompt: 1 }), /at every access/], ['guard', 'partly', withFacts({ guardMode: 3, guardPrompt: 3 }), /antivirus/],
  ['guard', 'yes', withFacts({ guard: 1, guardMode: 3, guardPrompt: 2 }), /asks nobody/], ['guard', 'yes', withFacts({ guardMode: 2, guardPrompt: 0 }), /asks nobody/],
  ['policy', 'partly', withFacts({ languageMode: 'ConstrainedLanguage' }), /ConstrainedLanguage/], ['policy', 'partly', withFacts({ policies: ['AllSigned', 'Undefined'] }), /signed/], ['policy', 'no', withFacts({ policies: ['Undefined', 'Restricted'] }), /no script/],
  ['oldTool', 'no', { oldTool: { ok: true, value: { at: 'process', name: 'MOS' } } }, /runs \(MOS\)/], ['oldTool', 'no', { oldTool: { ok: true, value: { at: 'logon', name: 'MOS' } } }, /begins with Windows \(entry MOS\)/], ['oldTool', 'no', { oldTool: failed('x') }, /message of x/],
  ['ends', 'partly', { ends: { ok: true, value: false } }, /goes on without its input/], ['session', 'no', withFacts({ session: 0 }), /services/], ['session', 'yes', withFacts({ session: 1, sessions: 0 }), /session 1 of 1/],
  // The cmdlets speak Chinese.
  ['language', 'partly', withFacts({ culture: 'de-DE' }), /de-DE, but the cmdlets zh-TW/],
  ['toast', 'partly', withFacts({ toasts: 0 }), /switched off/], ['toast', 'partly', withFacts({ toastsForbidden: 1 }), /policy/],
  ['host', 'no', { facts: failed('M2K.PolicyBlocked.host-silent') }, /host-silent/], ['windows', 'unknown', { facts: failed('x') }, /not tried/], ['toast', 'unknown', { facts: failed('x') }, /not tried/],
  ['task', 'no', { task: failed('M2K.Refused.scheduler') }, /scheduler/], ['task', 'unknown', { task: null }, /not tried/],
  ['paths', 'no', { paths: failed('paths') }, /paths/], ['paths', 'unknown', { paths: null }, /not tried/],
  ['proxy', 'yes', { proxy: { ok: true, value: 'http://proxy:8080' } }, /http:\/\/proxy:8080/], ['proxy', 'no', { proxy: failed('M2K.Settings.policy-value') }, /policy-value/], ['proxy', 'unknown', { proxy: null }, /nobody is connected/],
  ['certificate', 'no', { server: failed('M2K.Unavailable.certificate') }, /certificate/], ['certificate', 'unknown', { server: failed('M2K.Unavailable.unreachable') }, /not reached/],
  ['certificate', 'yes', { server: failed('M2K.Unauthorized.rejected') }, /trusted/], ['certificate', 'partly', { server: { ok: true, value: false } }, /not encrypted/],
  ['server', 'no', { server: failed('M2K.Unauthorized.rejected') }, /rejected/], ['server', 'unknown', { server: null }, /nobody is connected/],
  ['cases', 'no', { cases: { ok: true, value: [{ kind: 'event', name: 'one', ok: false, why: 'x' }, { kind: 'contact', name: 'two', ok: true, why: '' }] } }, /1 of 2/], ['cases', 'no', { cases: failed('M2K.Refused.no-trial') }, /no-trial/],
];

test('what is wrong is said with its reason and what to do; what could not be asked is never well', (t) => {
  for (const [check, verdict, findings, why] of WRONG) {
    const row = rowOf(check, findings);
    t.is(row?.verdict, verdict, `${check} ${JSON.stringify(findings)}`);
    t.regex(row?.why ?? '', why, check);
    t.is((row?.remedy ?? '') === '', verdict === 'yes', `${check}: ${row?.remedy ?? ''}`);
  }
  t.is(rowOf('cases', { cases: null }), undefined, 'not asked for');
});

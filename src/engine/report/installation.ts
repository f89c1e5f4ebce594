// What an installation needs of its computer, check by check, with what to do where it lacks it (reference: powershell-and-deployment 9). Pure.
import type { OutlookCheck } from '../cli/records.js';
import type { FoundProgram, InstallationFacts } from '../../ps-host/desk-facts.js';
import type { Key, Told, Words } from '../words/catalogue.js';
import { languageOf } from '../words/language.js';
import type { Language } from '../words/text.js';
import type { Verdict } from './check.js';
import { table } from './table.js';

export const INSTALLATION_CHECKS = ['windows', 'outlook', 'oldTool', 'guard', 'host', 'ends', 'language', 'policy', 'session', 'task', 'toast', 'paths', 'proxy', 'certificate', 'server', 'cases'] as const;
export type InstallationCheck = (typeof INSTALLATION_CHECKS)[number];

export interface InstallationRow {
  readonly check: InstallationCheck;
  readonly verdict: Verdict;
  readonly feature: string;
  readonly why: string;
  /** '' where there is nothing to do. */
  readonly remedy: string;
}

/** What was tried and how it went; null: it was not tried. */
export type Tried<Value> = { readonly ok: true; readonly value: Value } | ({ readonly ok: false; readonly id: string } & Told) | null;

export interface Findings {
  readonly facts: Tried<InstallationFacts>;
  readonly task: Tried<'there' | 'tried'>;
  /** The tool of 2018 that runs or begins at logon (desk-rules.md 10). */
  readonly oldTool: Tried<FoundProgram | null>;
  /** Whether an idle host ends with its input. */
  readonly ends: Tried<boolean>;
  /** Characters of the path. */
  readonly paths: Tried<number>;
  /** '' where the way is direct. */
  readonly proxy: Tried<string>;
  /** Whether the connection is encrypted. */
  readonly server: Tried<boolean>;
  readonly cases: Tried<readonly OutlookCheck[]>;
}

interface Finding {
  readonly verdict: Verdict;
  readonly why: string;
  readonly remedy?: string;
}

type Say = (key: Key, facts?: Readonly<Record<string, string | number>>) => string;

/** Windows 10 1809 (desk-rules.md 16). */
const LEAST_BUILD = 17763;

function ofComputer({ say, strings }: { readonly say: Say; readonly strings: Language | null }, facts: InstallationFacts): Readonly<Record<'windows' | 'outlook' | 'guard' | 'host' | 'language' | 'policy' | 'session' | 'toast', Finding>> {
  const { build, bits, outlookVersion, outlookBits, newOutlook } = facts;
  const yes = (why: string): Finding => ({ verdict: 'yes', why });
  const no = (why: Key, remedy: Key, about = {}): Finding => ({ verdict: 'no', why: say(why, about), remedy: say(remedy) });
  return {
    windows: build >= LEAST_BUILD && bits === 64 ? yes(say('installation.build', { build, bits })) : no('installation.oldWindows', 'installation.oldWindowsRemedy', { build, bits }),
    outlook: outlookVersion !== '' ? yes(say('installation.outlookIs', { version: outlookVersion, bits: outlookBits })) : no(newOutlook ? 'installation.newOnly' : 'installation.outlookMissing', 'installation.outlookRemedy'),
    guard: guardOf(say, facts),
    host: yes(say('installation.hostIs', { edition: facts.psEdition, version: facts.psVersion })),
    language: languageFound(say, { culture: facts.culture, strings }),
    // Per user and session (desk-rules.md 11): several people at one computer each have a task of their own.
    session: facts.session === 0 ? no('installation.sessionNone', 'installation.sessionRemedy') : yes(say('installation.sessionIs', { session: facts.session, sessions: Math.max(1, facts.sessions) })),
    policy: facts.languageMode !== 'FullLanguage' ? { verdict: 'partly', why: say('installation.languageMode', { mode: facts.languageMode }), remedy: say('installation.languageModeRemedy') }
      : facts.policies.includes('AllSigned') ? { verdict: 'partly', why: say('installation.allSigned'), remedy: say('installation.allSignedRemedy') }
        : facts.policies.includes('Restricted') ? no('installation.restricted', 'installation.restrictedRemedy') : yes(say('installation.mayRun')),
    toast: facts.toastsForbidden === 1 ? { verdict: 'partly', why: say('installation.toastsForbidden'), remedy: say('installation.toastsForbiddenRemedy') }
      : facts.toasts === 0 ? { verdict: 'partly', why: say('installation.toastsOff'), remedy: say('installation.toastsOffRemedy') } : yes(say('installation.toastsOn')),
  };
}

/** `strings`: the language of the cmdlets' own texts; null where no cmdlet asks. */
function languageFound(say: Say, { culture, strings }: { readonly culture: string; readonly strings: Language | null }): Finding {
  const wanted = languageOf(culture) ?? 'en-US', about = { culture, language: strings ?? wanted };
  return strings === null || strings === wanted ? { verdict: 'yes', why: say('installation.languageIs', about) } : { verdict: 'partly', why: say('installation.languageOther', about), remedy: say('installation.languageOtherRemedy') };
}

/** The policy's word counts under AdminSecurityMode 3 alone, and then before the Trust Center's (OOM 6.3). */
function guardOf(say: Say, { guard, guardMode, guardPrompt }: InstallationFacts): Finding {
  const asked = guardMode === 3 && guardPrompt !== null ? (['denies', 'asks', 'off', 'byVirus'] as const)[guardPrompt] ?? 'byVirus' : (['byVirus', 'asks', 'off'] as const)[guard ?? 0] ?? 'byVirus';
  if (asked === 'off') return { verdict: 'yes', why: say('installation.guardOff') };
  if (asked === 'byVirus') return { verdict: 'partly', why: say('installation.guardByVirus'), remedy: say('installation.guardByVirusRemedy') };
  return { verdict: 'no', why: say(asked === 'asks' ? 'installation.guardAsks' : 'installation.guardDenies'), remedy: say('installation.guardRemedy') };
}

/** A check whose ground could not be laid is unknown, never yes. */
export function installationRows(words: Words, findings: Findings, strings: Language | null = null): readonly InstallationRow[] {
  const say: Say = (key, facts) => (words.say as (key: Key, facts?: object) => string)(key, facts);
  const judged = <Value>(tried: Tried<Value>, good: (value: Value) => Finding): Finding =>
    (tried === null ? { verdict: 'unknown', why: say('installation.notTried'), remedy: say('installation.notTriedRemedy') } : tried.ok ? good(tried.value) : { verdict: 'no', why: tried.message, remedy: tried.remedy });
  const { facts, server, cases } = findings;
  const unread: Finding = { verdict: 'unknown', why: say('installation.notTried'), remedy: facts?.ok === false ? facts.remedy : '' };
  const ofFacts = facts?.ok === true ? ofComputer({ say, strings }, facts.value) : { windows: unread, outlook: unread, guard: unread, host: judged(facts, () => unread), language: unread, policy: unread, session: unread, toast: unread };
  const unconnected: Finding = { verdict: 'unknown', why: say('installation.notConnected'), remedy: say('installation.notConnectedRemedy') };
  const found: Readonly<Record<InstallationCheck, Finding | undefined>> = {
    ...ofFacts,
    oldTool: judged(findings.oldTool, (program) => (program === null ? { verdict: 'yes', why: say('installation.oldToolNone') } : { verdict: 'no', why: say(program.at === 'process' ? 'installation.oldToolRuns' : 'installation.oldToolBegins', { program: program.name }), remedy: say('installation.oldToolRemedy') })),
    ends: judged(findings.ends, (ends) => (ends ? { verdict: 'yes', why: say('installation.endsItself') } : { verdict: 'partly', why: say('installation.endsNot'), remedy: say('installation.endsNotRemedy') })),
    task: judged(findings.task, (how) => ({ verdict: 'yes', why: say(how === 'there' ? 'installation.taskThere' : 'installation.taskTried') })),
    paths: judged(findings.paths, (length) => ({ verdict: 'yes', why: say('installation.pathsTried', { length }) })),
    proxy: findings.proxy === null ? unconnected : judged(findings.proxy, (proxy) => ({ verdict: 'yes', why: proxy === '' ? say('installation.direct') : say('installation.viaProxy', { proxy }) })),
    certificate: server === null ? unconnected : certificateOf(say, server),
    server: server === null ? unconnected : judged(server, () => ({ verdict: 'yes', why: say('installation.answers') })),
    cases: cases === null ? undefined : judged(cases, (all) => casesOf(say, all)),
  };
  return INSTALLATION_CHECKS.flatMap((check) => {
    const finding = found[check];
    return finding === undefined ? [] : [{ check, feature: say(`installation.${check}`), remedy: '', ...finding }];
  });
}

/** A server that answered anything at all has shown a certificate that was taken. */
function certificateOf(say: Say, server: Exclude<Findings['server'], null>): Finding {
  if (server.ok) return server.value ? { verdict: 'yes', why: say('installation.trusted') } : { verdict: 'partly', why: say('installation.noTls'), remedy: say('installation.noTlsRemedy') };
  if (/certificate/.test(server.id)) return { verdict: 'no', why: server.message, remedy: server.remedy };
  return /Unauthorized/.test(server.id) ? { verdict: 'yes', why: say('installation.trusted') } : { verdict: 'unknown', why: say('installation.notReached'), remedy: server.remedy };
}

function casesOf(say: Say, cases: readonly OutlookCheck[]): Finding {
  const failed = cases.filter(({ ok }) => !ok).length;
  return failed === 0 ? { verdict: 'yes', why: say('installation.casesKept', { passed: cases.length }) } : { verdict: 'no', why: say('installation.casesBroken', { failed, total: cases.length }), remedy: say('installation.casesRemedy') };
}

export function installationText({ say }: Words, rows: readonly InstallationRow[]): string {
  const made = table([say('column.check'), say('column.verdict'), say('column.why')], rows.map(({ feature, verdict, why }) => [feature, say(`verdict.${verdict}`), why]));
  return [made, ...rows.filter(({ verdict, remedy }) => verdict !== 'yes' && remedy !== '').map(({ feature, remedy }) => `! ${feature}: ${remedy}`)].join('\n');
}

// `check-installation`: what an installation needs of this computer, asked of the computer itself (mission B9; reference: powershell-and-deployment 9).
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, toNamespacedPath } from 'node:path';
import { secretPath } from '../../config/profile.js';
import type { PolicyValue } from '../../config/policy.js';
import { installationRows } from '../../report/installation.js';
import type { Findings, InstallationCheck, Tried } from '../../report/installation.js';
import { EXIT } from '../../sync/outcome.js';
import type { Told } from '../../words/catalogue.js';
import type { Command, CommandContext } from '../command-context.js';
import { errorRecord } from '../error-record.js';
import { forgetGuard } from '../guarded-desk.js';
import { originOf } from '../origin.js';
import type { Desk } from '../parts.js';
import { readPolicy } from '../policy-values.js';
import { oldTool } from '../rivals.js';
import { openServer } from '../server.js';
import { wayOf } from '../way.js';
import type { Way } from '../way.js';
import { checkOutlook } from './check-outlook.js';
import { register, withDesk } from './task.js';

/** One more than Windows took before 1607. */
const LONG = 261;

/** Everything is asked, whatever failed before. Without `write` nothing is made, not even for a moment. */
export const checkInstallation: Command<'check-installation'> = async (context, { write, outlook, strings }) => {
  const { parts, words, profile, tell } = context, connected = context.settings.read().account !== undefined;
  tell({ t: 'progress', phase: 'installation', done: 0, total: 0, text: words.say('phase.installation') });
  const desk = await withDesk(context, async (one): Promise<Omit<Findings, 'paths' | 'cases'>> => {
    const facts = await tried(context, () => one.readInstallation());
    // Whatever more is asked of a host that does not answer would wait as long again.
    if (!facts.ok) return { facts, task: facts, oldTool: facts, ends: facts, proxy: connected ? facts : null, server: connected ? facts : null };
    const values = await tried(context, () => readPolicy(context, one));
    const task = await tried(context, () => taskOf(context, one, { write: write === true, values: values.ok ? values.value : [] }));
    const way = !connected ? null : !values.ok ? values : await tried(context, () => wayOf(one, context.settings.read(), values.value));
    return {
      facts, oldTool: await tried(context, () => oldTool(one)), ends: await tried(context, () => one.endsWithInput()), task: !task.ok ? task : task.value === null ? null : { ok: true, value: task.value },
      proxy: way?.ok === true ? { ok: true, value: way.value.proxy ?? '' } : way, server: way?.ok === true ? await tried(context, () => asked(context, one, way.value)) : way,
    };
  });
  // Outlook is asked by a host of its own, as `check-outlook` does.
  const cases = outlook === true ? await tried(context, async () => (await checkOutlook(context, { v: 1, command: 'check-outlook' })).value.cases) : null;
  const findings: Findings = { ...desk, paths: write === true ? longPath(context, profile) : null, cases };
  const rows = installationRows(words, findings, strings), passed = (check: InstallationCheck): boolean => rows.some((row) => row.check === check && row.verdict === 'yes');
  // What is set so that Outlook never asks, or was read without asking (desk-rules.md 9).
  if (passed('guard') || passed('cases')) forgetGuard(profile);
  const at = new Date(parts.clock.now()).toISOString();
  return { value: { rows, cases: cases?.ok === true ? cases.value : [], report: reportOf(findings, { at, version: parts.version, rows }) }, exitCode: rows.some(({ verdict }) => verdict === 'no') ? EXIT.someFailed : EXIT.inStep };
};

/** A cancelled check ends; every other failure is a finding. */
async function tried<Value>(context: CommandContext, work: () => Promise<Value>): Promise<Exclude<Tried<Value>, null>> {
  try {
    context.signal.throwIfAborted();
    return { ok: true, value: await work() };
  } catch (error) {
    context.signal.throwIfAborted();
    return { ok: false, ...toldOf(context, error) };
  }
}

function toldOf({ words, settings }: CommandContext, error: unknown): Told & { readonly id: string } {
  const { id, message, remedy } = errorRecord(words, error, { host: settings.read().account?.host });
  return { id, message, remedy };
}

/** A task that rests is registered and taken away again, unless the user has one. */
async function taskOf(context: CommandContext, desk: Desk, { write, values }: { readonly write: boolean; readonly values: readonly PolicyValue[] }): Promise<'there' | 'tried' | null> {
  if ((await desk.getTask()).task !== null) return 'there';
  if (!write) return null;
  await register(context, desk, { values, enabled: false });
  await desk.removeTasks({ all: false });
  return 'tried';
}

async function asked({ parts, profile, signal }: CommandContext, desk: Desk, { account, ...way }: Way): Promise<boolean> {
  const server = openServer(account, await desk.readSecret(secretPath(profile)), { clock: parts.clock, signal, ...way });
  try {
    await server.probe({ extras: [], writeAs: null });
    return new URL(originOf(account)).protocol === 'https:';
  } finally {
    server.close();
  }
}

/** As the state, the shelf and the ipc folder of somebody with a long name would lie. */
function longPath({ words }: CommandContext, profile: string): Tried<number> {
  const folder = join(profile, 'm2ksync-check'), deep = join(folder, '長'.repeat(80), '路'.repeat(80)), file = toNamespacedPath(join(deep, 'x'.repeat(Math.max(8, LONG - deep.length - 1))));
  try {
    mkdirSync(toNamespacedPath(deep), { recursive: true });
    writeFileSync(file, 'check');
    return readFileSync(file, 'utf8') === 'check' ? { ok: true, value: file.length } : unwritten('?');
  } catch (error) {
    return unwritten((error as NodeJS.ErrnoException).code ?? String(error));
  } finally {
    rmSync(toNamespacedPath(folder), { recursive: true, force: true });
  }
  function unwritten(reason: string): Tried<number> {
    return { ok: false, id: 'M2K.StateBroken.paths', message: words.say('installation.pathsFailed', { length: file.length, reason }), remedy: words.say('installation.pathsRemedy', { folder: profile }) };
  }
}

/** For whoever helps: no host, address, proxy or name. */
function reportOf({ facts, cases, ...others }: Findings, { rows, ...about }: { readonly at: string; readonly version: string; readonly rows: ReturnType<typeof installationRows> }): string {
  const failures = Object.fromEntries(Object.entries({ facts, cases, ...others }).flatMap(([name, one]) => (one?.ok === false ? [[name, one.id]] : [])));
  return JSON.stringify({ ...about, checks: Object.fromEntries(rows.map(({ check, verdict }) => [check, verdict])), failures, facts: facts?.ok === true ? facts.value : null, cases: cases?.ok === true ? cases.value : null }, null, 1);
}

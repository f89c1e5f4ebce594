// `log`: what runs left in the log; `diagnostic`: what may be given to others. Neither opens Outlook nor asks the server.
import { createHash } from 'node:crypto';
import { release } from 'node:os';
import { OPTIONS, ownValue } from '../../config/options.js';
import { anonymous, isAtLeast, shortOf } from '../../log/entry.js';
import type { LogEntry } from '../../log/entry.js';
import { logFolder, readLog } from '../../log/log-file.js';
import { openStore } from '../../state/store.js';
import { EXIT } from '../../sync/outcome.js';
import type { Command, CommandContext } from '../command-context.js';
import { presetOf } from '../account.js';
import { readHeartbeat } from '../heartbeat.js';
import { seenPolicy } from '../policy-values.js';
import { readServerMemory } from '../server-memory.js';

/** The newest that fit, oldest first. */
export const log: Command<'log'> = ({ profile, tell }, { since = '', level = 'debug', last = 200 }) => {
  const fit: LogEntry[] = [];
  for (const entry of readLog(profile)) {
    if (entry.at < since || !isAtLeast(entry.level, level)) continue;
    fit.push(entry);
    if (fit.length > last) fit.shift();
  }
  for (const entry of fit) tell({ t: 'log', entry });
  return Promise.resolve({ value: { count: fit.length, folder: logFolder(profile) }, exitCode: EXIT.inStep });
};

const LAST_ENTRIES = 500;
/** Options whose value names nobody. */
const PLAIN: ReadonlySet<string> = new Set(['choice', 'minutes', 'flag', 'list']);

/** Everything by number, kind and id; hosts, addresses, names and texts as the beginning of a hash, or not at all. */
export const diagnostic: Command<'diagnostic'> = (context) => {
  const { profile, root, parts, settings: file, schedule } = context;
  const settings = file.read(), { account } = settings, own = { settings, schedule: schedule.read() };
  const memory = account === undefined ? null : readServerMemory(profile, account), entries = [...readLog(profile)].slice(-LAST_ENTRIES).map(anonymous);
  const report = {
    v: 1, at: new Date(parts.clock.now()).toISOString(), version: parts.version,
    system: { platform: process.platform, release: release(), node: process.versions.node, arch: process.arch, language: parts.systemLanguage },
    account: account === undefined ? null : { preset: presetOf(account), host: hashed(account.host), address: hashed(account.address), calDavUrl: account.caldavUrl !== undefined, cardDavUrl: account.carddavUrl !== undefined,
      allowHttp: account.allowHttp === true, pinned: account.certificateSha256 !== undefined, proxy: account.proxy === undefined || /^(system|direct)$/.test(account.proxy) ? account.proxy ?? 'system' : 'named' },
    options: OPTIONS.filter(({ type }) => PLAIN.has(type.kind)).map((row) => ({ name: row.name, own: ownValue(row, own) ?? null })),
    policy: seenPolicy(root).map(({ from, name, value }) => ({ from, name, value: PLAIN.has(OPTIONS.find((row) => row.name === name)?.type.kind ?? '') ? value : hashed(String(value)) })),
    schedule: own.schedule,
    collections: Object.entries(settings.collections).map(([id, { kind, scope, rights, rightsFrom, source, enabled, direction, defaultFolder, clash, attendees, busyOnly, reminders, pastDays, futureDays, merged, folder }]) =>
      ({ link: shortOf(id), kind, scope, rights, rightsFrom, source, enabled, direction, defaultFolder, clash, attendees, busyOnly, reminders, pastDays, futureDays, merged, joined: folder !== null, known: knownIn(context, id, kind) })),
    server: memory === null ? null : { foundAt: memory.foundAt, homes: memory.places.homes.length, notServed: memory.places.notServed, traits: memory.traits ?? null },
    lastRun: readHeartbeat(profile), log: entries,
  };
  return Promise.resolve({ value: { report: JSON.stringify(report, null, 2) }, exitCode: EXIT.inStep });
};

const hashed = (text: string): string => `#${createHash('sha256').update(text.toLowerCase()).digest('hex').slice(0, 10)}`;

function knownIn({ profile }: CommandContext, link: string, kind: 'event' | 'contact'): number {
  const store = openStore(profile);
  try {
    return store.bases(link, kind).length;
  } finally {
    store.close();
  }
}

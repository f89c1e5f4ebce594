// `connect`: logs in and looks around before anything is kept (mission M1); a wrong password, an unreachable host and a host that is no such server are
// three different errors.
import dns from 'node:dns/promises';
import { secretPath } from '../../config/profile.js';
import type { PolicyValue } from '../../config/policy.js';
import type { Account, ExtraCollection, Settings } from '../../config/settings.js';
import type { Discovery } from '../../dav/discovery.js';
import { locate } from '../../dav/srv.js';
import { M2KError } from '../../errors.js';
import { EXIT } from '../../sync/outcome.js';
import { presetOf } from '../account.js';
import { collectionViews } from '../collection-views.js';
import type { Command, CommandContext, Ended, RequestFor } from '../command-context.js';
import { withDiscovered } from '../discovered.js';
import { readPolicy, seenPolicy } from '../policy-values.js';
import { newMemory } from '../look-around.js';
import type { Desk } from '../parts.js';
import { errorRecord } from '../error-record.js';
import { oldTool, oldToolError } from '../rivals.js';
import { openServer } from '../server.js';
import { readServerMemory, writeServerMemory } from '../server-memory.js';
import { wayFor } from '../way.js';

export const connect: Command<'connect'> = async (context, request) => {
  const desk = await context.parts.openDesk(context.profile);
  try {
    return await connected(context, request, desk);
  } finally {
    await desk.close();
  }
};

async function connected(context: CommandContext, request: RequestFor<'connect'>, desk: Desk): Promise<Ended<'connect'>> {
  const { settings, words, profile } = context, extras = settings.read().extras ?? [];
  context.tell({ t: 'progress', phase: 'discover', done: 0, total: 0, text: words.say('phase.discover', { host: request.host }) });
  const { chosen, account, discovery: { collections, places } } = await lookedAt(context, accountIn(request), { desk, values: await readPolicy(context, desk), secret: request.secret, extras });
  context.signal.throwIfAborted();
  if (request.keepSecret === true) await desk.writeSecret(secretPath(profile), request.secret);
  const now = context.parts.clock.now(), before = readServerMemory(profile, account);
  const kept = settings.change((old) => withDiscovered(
    { ...forAccount(old, chosen), ...(request.language === undefined ? {} : { language: request.language }) }, { found: collections, whole: true, learnt: {}, now },
  ));
  writeServerMemory(profile, { ...newMemory(account, places, { before, now }), learnt: {} });
  for (const kind of places.notServed) context.tell({ t: 'warning', id: `M2K.NotServed.${kind}`, text: words.say(`warning.notServed.${kind}`, account) });
  const rival = await oldTool(desk);
  if (rival !== null) context.tell({ t: 'warning', id: 'M2K.OldTool', text: errorRecord(words, oldToolError(rival)).message });
  return { value: { address: account.address, host: account.host, collections: collectionViews(kept, seenPolicy(context.root)), secretPath: secretPath(profile) }, exitCode: EXIT.inStep };
}

interface Look {
  /** What is kept: nothing of it is an administrator's, whose values are read anew at every run (desk-rules.md 16). */
  readonly chosen: Account;
  /** What the server was reached by. */
  readonly account: Account;
  readonly discovery: Discovery;
}

interface Means {
  readonly desk: Desk;
  readonly values: readonly PolicyValue[];
  readonly secret: string;
  readonly extras: readonly ExtraCollection[];
}

/** The account as it can be reached: where the host itself serves nothing, what the domain's SRV records name (RFC 6764), for servers of no preset. */
async function lookedAt(context: CommandContext, account: Account, means: Means): Promise<Look> {
  try {
    return await discoveredOn(context, account, means);
  } catch (error) {
    const named = isNoServer(error) && presetOf((await wayFor(means.desk, account, means.values)).account) === 'generic' ? await namedByDns(context, account) : null;
    if (named === null) throw error;
    return discoveredOn(context, named, means);
  }
}

async function discoveredOn(context: CommandContext, asked: Account, { desk, values, secret, extras }: Means): Promise<Look> {
  const { account, ...way } = await wayFor(desk, asked, values);
  const server = openServer(account, secret, { clock: context.parts.clock, signal: context.signal, ...way });
  try {
    return { chosen: asked, account, discovery: await server.discover(extras) };
  } finally {
    server.close();
  }
}

const isNoServer = (error: unknown): boolean => error instanceof M2KError && ['not-a-dav-server', 'host-not-found'].includes(error.data.reason ?? '');

async function namedByDns({ parts }: CommandContext, account: Account): Promise<Account | null> {
  const domain = account.address.slice(account.address.lastIndexOf('@') + 1), resolver = parts.resolver ?? dns;
  const [caldavUrl, carddavUrl] = [await locate(domain, 'event', resolver), await locate(domain, 'contact', resolver)];
  if (caldavUrl === null && carddavUrl === null) return null;
  return { ...account, ...(caldavUrl === null ? {} : { caldavUrl }), ...(carddavUrl === null ? {} : { carddavUrl }) };
}

function accountIn({ address, host, preset, caldavUrl, carddavUrl, allowHttp, certificateSha256, proxy }: RequestFor<'connect'>): Account {
  return {
    address, host, ...(preset === undefined ? {} : { preset }),
    ...(caldavUrl === undefined ? {} : { caldavUrl }), ...(carddavUrl === undefined ? {} : { carddavUrl }), ...(allowHttp === undefined ? {} : { allowHttp }),
    ...(certificateSha256 === undefined ? {} : { certificateSha256 }), ...(proxy === undefined ? {} : { proxy }),
  };
}

/** Somebody else's choices are not this user's. */
const forAccount = (now: Settings, account: Account): Settings =>
  now.account !== undefined && now.account.address.toLowerCase() !== account.address.toLowerCase() ? { ...now, account, collections: {} } : { ...now, account };

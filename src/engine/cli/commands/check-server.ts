// `check-server`: the first-contact probe (reference 1.7) as a table with a verdict a row of the mission; kept as what is known of this server.
import { checkView } from '../../report/check.js';
import { EXIT } from '../../sync/outcome.js';
import { presetOf } from '../account.js';
import type { Command } from '../command-context.js';
import { newMemory } from '../look-around.js';
import { readServerMemory, writeServerMemory } from '../server-memory.js';
import { withServer } from '../with-server.js';

export const checkServer: Command<'check-server'> = async (context, request) => {
  const { parts, profile, words } = context, settings = context.settings.read();
  return withServer(context, settings, async (server, account) => {
    const before = readServerMemory(profile, account);
    const { traits: measured, discovery } = await server.probe({ extras: settings.extras ?? [], writeAs: request.write === true ? `m2ksync-probe-${parts.newId()}` : null });
    // What was once measured by writing stays known until it is measured again.
    const traits = { ...measured, write: measured.write ?? before?.traits?.write ?? null };
    writeServerMemory(profile, { ...newMemory(account, discovery.places, { before, now: parts.clock.now() }), traits });
    return { value: checkView(words, { traits, host: account.host, address: account.address, preset: presetOf(account) }), exitCode: EXIT.inStep };
  });
};

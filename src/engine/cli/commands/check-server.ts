// `check-server`: the first-contact probe (reference 1.7) as a table with a verdict a row of the mission; kept as what is known of this server.
import { secretPath } from '../../config/profile.js';
import { checkView } from '../../report/check.js';
import { EXIT } from '../../sync/outcome.js';
import { accountOf } from '../account.js';
import type { Command } from '../command-context.js';
import { newMemory } from '../look-around.js';
import { openServer } from '../server.js';
import { readServerMemory, writeServerMemory } from '../server-memory.js';
import { wayOf } from '../way.js';

export const checkServer: Command<'check-server'> = async (context, request) => {
  const { parts, profile, words } = context, settings = context.settings.read();
  accountOf(settings);
  const desk = await parts.openDesk(profile);
  try {
    const { account, ...way } = await wayOf(desk, settings);
    context.tell({ t: 'progress', phase: 'discover', done: 0, total: 0, text: words.say('phase.discover', account) });
    const server = openServer(account, await desk.readSecret(secretPath(profile)), { clock: parts.clock, signal: context.signal, ...way });
    try {
      const before = readServerMemory(profile, account);
      const { traits: measured, discovery } = await server.probe({ extras: settings.extras ?? [], writeAs: request.write === true ? `m2ksync-probe-${parts.newId()}` : null });
      // What was once measured by writing stays known until it is measured again.
      const traits = { ...measured, write: measured.write ?? before?.traits?.write ?? null };
      writeServerMemory(profile, { ...newMemory(account, discovery.places, { before, now: parts.clock.now() }), traits });
      return { value: checkView(words, { traits, host: account.host, preset: account.preset }), exitCode: EXIT.inStep };
    } finally {
      server.close();
    }
  } finally {
    await desk.close();
  }
};

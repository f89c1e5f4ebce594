// What may be typed: commands and their options as data, from which yargs, the help and the advice about typing errors are made.
import type { Options } from 'yargs';
import { INTERVALS } from '../../config/schedule.js';
import { ATTENDEES, BUSY_ONLY, CLASHES, DIRECTIONS, LANGUAGES, LOG_LEVELS, PRESETS, SCOPES } from '../../config/settings.js';
import type { Words } from '../../words/catalogue.js';

export const TYPED_COMMANDS = ['connect', 'disconnect', 'collections', 'sync', 'plan', 'failures', 'history', 'restore', 'status', 'all-status', 'forget-all', 'check-server', 'check-outlook', 'check-installation', 'task', 'schedule', 'pause', 'resume', 'options', 'set-option', 'password', 'log', 'diagnostic', 'logon', 'scheduled'] as const;
export type TypedCommand = (typeof TYPED_COMMANDS)[number];

export const TYPED_ACCEPTANCES = { 'first-run': 'firstRun', deletions: 'deletions' } as const;

type OptionTable = Readonly<Record<string, Options>>;

export function globalOptions({ say }: Words): OptionTable {
  return {
    json: { type: 'boolean', describe: say('help.json') },
    profile: { type: 'string', requiresArg: true, describe: say('help.profile') },
    language: { choices: LANGUAGES, requiresArg: true, describe: say('help.language') },
    'profile-root': { type: 'string', requiresArg: true, describe: say('help.profileRoot') },
  };
}

const text = (describe: string): Options => ({ type: 'string', requiresArg: true, describe });
const number = (describe: string): Options => ({ type: 'number', requiresArg: true, describe });
const flag = (describe: string): Options => ({ type: 'boolean', describe });
const choice = (choices: readonly string[], describe: string): Options => ({ choices, requiresArg: true, describe });

export function commandOptions({ say }: Words): { readonly [Command in TypedCommand]: OptionTable } {
  return {
    connect: {
      address: text(say('help.address')), host: text(say('help.host')), preset: choice(PRESETS, say('help.preset')),
      'caldav-url': text(say('help.caldavUrl')), 'carddav-url': text(say('help.carddavUrl')), 'allow-http': flag(say('help.allowHttp')),
      'certificate-sha256': text(say('help.certificateSha256')), proxy: text(say('help.proxy')),
    },
    disconnect: {},
    collections: {
      refresh: flag(say('help.refresh')), add: text(say('help.add')), owner: text(say('help.owner')), name: text(say('help.name')), remove: text(say('help.remove')),
        scope: choice(SCOPES, say('help.scope')), select: text(say('help.select')), on: flag(say('help.on')), off: flag(say('help.off')),
      direction: choice(DIRECTIONS, say('help.direction')), 'default-folder': flag(say('help.defaultFolder')), clash: choice(CLASHES, say('help.clash')), relink: flag(say('help.relink')), 'remove-items': flag(say('help.removeItems')),
      attendees: choice(ATTENDEES, say('help.attendees')), 'busy-only': choice(BUSY_ONLY, say('help.busyOnly')), reminders: flag(say('help.reminders')),
      'past-days': number(say('help.pastDays')), 'future-days': number(say('help.futureDays')),
      birthdays: flag(say('help.birthdays')), merged: flag(say('help.merged')),
    },
    sync: {
      accept: { type: 'string', requiresArg: true, describe: `${say('help.accept')} [${Object.keys(TYPED_ACCEPTANCES).join(', ')}]` },
      retry: flag(say('help.retry')),
      scheduled: flag(say('help.scheduled')),
    },
    plan: {},
    failures: {},
    history: { since: text(say('help.since')), run: text(say('help.run')) },
    restore: { id: text(say('help.ids')), run: text(say('help.run')), 'what-if': flag(say('help.plan')) },
    status: {},
    'check-server': { write: flag(say('help.write')) },
    'check-outlook': { only: text(say('help.only')) },
    'check-installation': { write: flag(say('help.tryOut')), outlook: flag(say('help.withOutlook')) },
    task: { register: flag(say('help.register')), unregister: flag(say('help.unregister')), all: flag(say('help.allTasks')) },
    schedule: { minutes: { choices: INTERVALS, requiresArg: true, type: 'number', describe: say('help.minutes') }, 'at-logon': flag(say('help.atLogOn')) },
    'all-status': {},
    'forget-all': {},
    password: { remove: flag(say('help.removePassword')) },
    log: { since: text(say('help.since')), level: choice(LOG_LEVELS, say('help.level')), last: number(say('help.last')) },
    diagnostic: {},
    options: {},
    'set-option': { name: text(say('help.optionName')), value: text(say('help.optionValue')) },
    pause: {},
    resume: {},
    logon: {},
    scheduled: {},
  };
}

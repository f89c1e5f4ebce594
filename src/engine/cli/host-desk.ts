// The desk behind a PowerShell host: secrets and Outlook through the wire. Which PowerShell and whose Outlook is said by the entry points.
import type { Clock } from '../clock.js';
import { appointmentCodec } from '../codec/outlook/appointment.js';
import { contactCodec } from '../codec/outlook/contact.js';
import { outlookDesk } from '../codec/outlook/outlook-codec.js';
import type { OutlookCodec, OutlookDesk } from '../codec/outlook/outlook-codec.js';
import type { Means } from '../codec/means.js';
import { ipcFolder } from '../config/profile.js';
import type { FolderSettings } from '../config/settings.js';
import { itemId } from '../model/ids.js';
import type { Kind } from '../model/ids.js';
import { outlookSide } from '../side/outlook-side.js';
import { expandedSide } from '../side/outlook-side-expanded.js';
import type { Side } from '../side/side.js';
import { startHost } from '../../ps-host/driver.js';
import type { Timeouts } from '../../ps-host/driver.js';
import { signIn } from '../../ps-host/sign-in.js';
import { endsWithInput } from '../../ps-host/ends-with-input.js';
import { saveSecret } from '../../ps-host/save-secret.js';
import { TASK_FOLDER, taskName } from '../task/task-xml.js';
import type { DeskFacts } from '../../ps-host/desk-facts.js';
import type { HostCall } from '../../ps-host/protocol.js';
import type { CommandSource, OutlookSource } from '../../ps-host/sources.js';
import { adoptFolder, renameFolder } from './adopt-folder.js';
import { moveItem } from './move-item.js';
import { outlookTrial } from './outlook-trial.js';
import { OWN_COLUMNS, OWN_PROPERTIES } from './own-properties.js';
import type { AppointmentOptions, Desk, Mailbox, SideWish } from './parts.js';

export interface HostDeskOptions {
  /** Full path of the PowerShell. */
  readonly executable: string;
  readonly executableOptions?: Readonly<Record<string, string | boolean>>;
  /** Added to the host's environment; for the lab's executables. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Full path of Host.psm1. */
  readonly hostModule: string;
  /** The driver's own where absent; for machines that do much else, as the lab's may. */
  readonly timeouts?: Partial<Timeouts>;
  readonly outlook: OutlookSource;
  readonly scheduler: CommandSource;
  readonly eventLog: CommandSource;
  readonly installation: CommandSource;
  readonly programs: CommandSource;
  readonly profileFolder: string;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** The host starts at the first call, not here. */
export function hostDesk(options: HostDeskOptions): Desk {
  const host = startHost({ ...options, ipcFolder: ipcFolder(options.profileFolder) });
  const task = { scheduler: options.scheduler, folder: TASK_FOLDER, name: taskName('{0}') };
  return {
    readSecret: async (path) => (await host.call('getSecret', { path })).secret,
    writeSecret: (path, secret) => saveSecret({ ...options, path, secret }),
    readPolicy: async () => (await host.call('getPolicy', {})).values,
    proxyFor: async (url) => (await host.call('getProxy', { url })).proxy || undefined,
    getTask: () => host.call('getTask', task),
    writeTask: (xml) => host.call('writeTask', { ...task, xml }),
    removeTasks: async ({ all }) => (await host.call('removeTasks', { ...task, all })).removed,
    signIn: (question) => signIn(question, options),
    readInstallation: () => host.call('getInstallation', { facts: options.installation }),
    endsWithInput: () => endsWithInput(options),
    findPrograms: async (like) => (await host.call('findPrograms', { programs: options.programs, like })).found,
    writeEvent: async (event) => { await host.call('writeEvent', { log: options.eventLog, ...event }); },
    openMailbox: async ({ start }) => {
      const facts = await host.call('open', { outlook: options.outlook, start });
      return mailboxOver(host.call, { ...outlookDesk(facts), activeSync: facts.activeSync }, options);
    },
    close: () => host.close(),
  };
}

/** The mailbox that a host has open. */
export function mailboxOver(call: HostCall, { activeSync = [], ...desk }: OutlookDesk & Partial<Pick<DeskFacts, 'activeSync'>>, { clock, newId }: Pick<HostDeskOptions, 'clock' | 'newId'>): Mailbox {
  const now = clock.now();
  const codecFor = <K extends Kind>(kind: K, { means, appointments = {} }: { readonly means?: Means; readonly appointments?: AppointmentOptions }): OutlookCodec<K> => {
    const codecs: { readonly [Each in Kind]: () => OutlookCodec<Each> } = { event: () => appointmentCodec({ ...desk, now, ...appointments, ...(means === undefined ? {} : { files: means.files }) }), contact: () => contactCodec(desk, means) };
    return codecs[kind]();
  };
  const side: Mailbox['side'] = <K extends Kind>(folder: FolderSettings, { kind, link, personal = kind === 'event' ? 'hidden' : 'listed', series, seriesOf, ...options }: SideWish<K>): Side<K> => {
    const codec = codecFor(kind, options), at = { stamps: true, call, clock, folder, link, newToken: newId, newUid: newId, personal };
    if (kind !== 'event') return outlookSide({ ...at, codec });
    const ofEvents = codec as unknown as OutlookCodec<'event'>;
    return expandedSide({ codec: ofEvents, now: () => clock.now(), known: series ?? (() => new Map()), ...(seriesOf === undefined ? {} : { elsewhere: seriesOf }) }, (partOf) => outlookSide({ ...at, codec: ofEvents, partOf })) as unknown as Side<K>;
  };
  return {
    side, activeSync, trial: outlookTrial({ call, clock, newId, codec: (kind) => codecFor(kind, {}) }), ensureFolder: (wish) => adoptFolder({ call, side }, wish), renameFolder: (wish) => renameFolder(call, wish),
    moveItem: ({ from, id, to }) => moveItem(itemId(id), {
      list: async () => (await outlookSide({ call, clock, folder: from, codec: codecFor('event', {}), link: '', newToken: newId, newUid: newId }).list()).items,
      move: async (one) => (await call('moveItem', { folder: from, id: one, to })).id,
    }),
    clearMarks: () => call('clearMarks', { names: OWN_PROPERTIES, columns: OWN_COLUMNS }), post: async (notice) => { await call('postNotice', notice); },
  };
}

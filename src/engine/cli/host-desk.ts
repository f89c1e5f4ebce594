// The desk behind a PowerShell host: secrets and Outlook through the wire. Which PowerShell and whose Outlook is said by the entry points.
import type { Clock } from '../clock.js';
import { appointmentCodec } from '../codec/outlook/appointment.js';
import { contactCodec } from '../codec/outlook/contact.js';
import type { OutlookCodec, OutlookDesk } from '../codec/outlook/outlook-codec.js';
import type { ContactMeans } from '../codec/contact/means.js';
import { ipcFolder } from '../config/profile.js';
import type { Kind } from '../model/ids.js';
import { outlookSide } from '../side/outlook-side.js';
import { startHost } from '../../ps-host/driver.js';
import { signIn } from '../../ps-host/sign-in.js';
import { saveSecret } from '../../ps-host/save-secret.js';
import { TASK_FOLDER, taskName } from '../task/task-xml.js';
import type { CommandSource, HostCall, OutlookSource } from '../../ps-host/protocol.js';
import { adoptFolder } from './adopt-folder.js';
import { OWN_COLUMNS, OWN_PROPERTIES } from './own-properties.js';
import type { AppointmentOptions, Desk, Mailbox } from './parts.js';

export interface HostDeskOptions {
  /** Full path of the PowerShell. */
  readonly executable: string;
  readonly executableOptions?: Readonly<Record<string, string | boolean>>;
  /** Added to the host's environment; for the lab's executables. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Full path of Host.psm1. */
  readonly hostModule: string;
  readonly outlook: OutlookSource;
  readonly scheduler: CommandSource;
  readonly eventLog: CommandSource;
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
    writeEvent: async (event) => { await host.call('writeEvent', { log: options.eventLog, ...event }); },
    openMailbox: async ({ start }) => {
      const { zone, listSeparator } = await host.call('open', { outlook: options.outlook, start });
      return mailbox(host.call, { zone, listSeparator }, options);
    },
    close: () => host.close(),
  };
}

function mailbox(call: HostCall, desk: OutlookDesk, { clock, newId }: Pick<HostDeskOptions, 'clock' | 'newId'>): Mailbox {
  const now = clock.now();
  const codecFor = <K extends Kind>(kind: K, { means, appointments = {} }: { readonly means?: ContactMeans; readonly appointments?: AppointmentOptions }): OutlookCodec<K> => {
    const codecs: { readonly [Each in Kind]: () => OutlookCodec<Each> } = { event: () => appointmentCodec({ ...desk, now, ...appointments }), contact: () => contactCodec(desk, means) };
    return codecs[kind]();
  };
  const side: Mailbox['side'] = (folder, { kind, link, personal = kind === 'event' ? 'hidden' : 'listed', ...options }) =>
    outlookSide({ stamps: true, call, clock, folder, codec: codecFor(kind, options), link, newToken: newId, newUid: newId, personal });
  return { side, ensureFolder: (wish) => adoptFolder({ call, side }, wish), moveItem: async ({ from, id, to }) => (await call('moveItem', { folder: from, id, to })).id, clearMarks: () => call('clearMarks', { names: OWN_PROPERTIES, columns: OWN_COLUMNS }), post: async (notice) => { await call('postNotice', notice); } };
}

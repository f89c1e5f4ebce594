// A host on the desk, as the product starts it: Windows PowerShell by full path with the product's options, Outlook by the host's own Get-M2KOutlook.
import { randomUUID } from 'node:crypto';
import { outlookDesk } from '../../../src/engine/codec/outlook/outlook-codec.js';
import { M2KError } from '../../../src/engine/errors.js';
import { ensureFolder } from '../../../src/engine/side/outlook-folders.js';
import { outlookSide } from '../../../src/engine/side/outlook-side.js';
import type { Side } from '../../../src/engine/side/side.js';
import type { Kind } from '../../../src/engine/model/ids.js';
import type { DeskFacts } from '../../../src/ps-host/desk-facts.js';
import type { FolderRef, HostCall } from '../../../src/ps-host/protocol.js';
import type { OutlookSource } from '../../../src/ps-host/sources.js';
import type { WireValue } from '../../../src/ps-host/wire-value.js';
import type { Timeouts } from '../../../src/ps-host/driver.js';
import { WINDOWS_POWERSHELL_OPTIONS, windowsPowerShellPath } from '../../../src/ps-host/windows-powershell.js';
import { startDesk, type Desk } from '../../ps-host/desk.js';
import { CODECS } from '../../ps-host/outlook-bench.js';
import { realClock } from '../../support/real-clock.js';

export const OUTLOOK: OutlookSource = { module: null, function: 'Get-M2KOutlook', arguments: {} };

export interface Session {
  readonly desk: Desk;
  readonly call: HostCall;
  open(start: boolean): Promise<DeskFacts>;
  close(): Promise<void>;
}

/** `environment` is what .NET needs under Wine; the driver hands on nothing else. */
export function session(environment: Readonly<Record<string, string>>, timeouts: Partial<Timeouts> = {}, ipc?: string): Session {
  const shell = { name: 'desk', executable: windowsPowerShellPath(process.env['SystemRoot'] ?? '', false), executableOptions: WINDOWS_POWERSHELL_OPTIONS };
  const desk = startDesk({ teardown: () => undefined }, shell, { environment, timeouts: { startMs: 60_000, ...timeouts }, ...(ipc === undefined ? {} : { ipcFolder: ipc }) });
  return {
    desk, call: desk.host.call,
    open: (start) => desk.host.call('open', { outlook: OUTLOOK, start }),
    close: () => desk.host.close(),
  };
}

/** Code, reason and HRESULT of what a work fails with; 'no error' when it does not. */
export const failureOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'no error', (error: unknown) =>
  (error instanceof M2KError ? [error.code, error.data.reason, error.data.hresult].filter(Boolean).join(' ') : String(error)));

/** A side over a folder of that name under the default one. */
export async function sideOn<K extends Kind>(call: HostCall, facts: DeskFacts, at: { readonly kind: K; readonly name: string; readonly link?: string }): Promise<{ readonly side: Side<K>; readonly folder: FolderRef }> {
  const { entryId, storeId } = await ensureFolder(call, at.kind, { name: at.name });
  const folder = { entryId, storeId };
  return {
    folder,
    side: outlookSide({ call, clock: realClock, folder, codec: CODECS[at.kind](outlookDesk(facts)), link: at.link ?? 'ours', newToken: randomUUID, newUid: randomUUID }),
  };
}

/** PowerShell text in the host's session; $args[0] is Outlook's root object as COM gave it. */
export const inHost = (one: Session, text: string): Promise<WireValue> => one.desk.lab(text);

// The places at which the fault matrix breaks a run. Each is one row: what is done to Outlook, to the host or to the way between them, and when.
import { setTimeout as sleep } from 'node:timers/promises';
import { inHost, type Session } from './session.js';

export interface Break {
  /** What happens, for the title of a test. */
  readonly name: string;
  /** Done once Outlook is open, before anything is listed. */
  readonly before?: (run: Session) => Promise<unknown>;
  /** Done right before the first write to the server: the listings are then over, and writes to Outlook still to come. */
  readonly betweenWrites?: (run: Session) => Promise<unknown>;
  /** Done before the next run: Outlook may need a moment. */
  readonly after?: () => Promise<unknown>;
  /** OUTLOOK.EXE dies without an orderly end. */
  readonly kills?: true;
}

/** How long a run of the matrix asks a busy Outlook again; the product has 30 seconds (desk rule 9). */
export const BUSY_MS = 2500;

const fault = (text: Readonly<Record<string, unknown>>) => async (run: Session): Promise<unknown> => run.desk.lab('[void]$args[0].Lab.Faults.Add($args[1])', JSON.stringify({ times: 1, ...text }));
const exits = (member: string, more: Readonly<Record<string, unknown>> = {}): Pick<Break, 'before' | 'kills'> => ({ before: fault({ kind: 'exit', member, ...more }), kills: true });

/** Answer 1 of an IMessageFilter: SERVERCALL_REJECTED, which COM gives the caller as 0x80010001. */
const refuses = (milliseconds: number) => async (run: Session): Promise<unknown> => inHost(run, `(New-Object -ComObject M2KSync.LabOutlook).RefuseCalls(${String(milliseconds)}, 1)`);

export const BREAKS: readonly Break[] = [
  { name: 'Outlook is killed in its listing', ...exits('Folder.GetTable') },
  { name: 'Outlook is killed while an item is read', ...exits('AppointmentItem.Subject') },
  { name: 'Outlook is killed before it saves an item', ...exits('AppointmentItem.Save') },
  { name: 'Outlook is killed after it saved an item and before it answers', ...exits('AppointmentItem.Save', { after: true }) },
  { name: 'Outlook is killed at the third save', ...exits('AppointmentItem.Save', { skip: 2, after: true }) },
  { name: 'Outlook is killed in a deletion', ...exits('AppointmentItem.Delete') },
  { name: 'Outlook is killed after a deletion and before it answers', ...exits('AppointmentItem.Delete', { after: true }) },
  { name: 'the user quits Outlook between two writes', betweenWrites: async (run) => inHost(run, '$args[0].Quit()') },
  { name: 'the host is killed between two writes', betweenWrites: async (run) => { process.kill(Number(await inHost(run, '$PID')), 'SIGKILL'); } },
  { name: 'Outlook is busy for a second', betweenWrites: refuses(1000) },
  { name: 'Outlook is busy for longer than it is asked', betweenWrites: refuses(5000), after: () => sleep(3500) },
  { name: 'saving fails as it does under a conflict', before: fault({ kind: 'conflict', member: 'AppointmentItem.Save' }) },
];

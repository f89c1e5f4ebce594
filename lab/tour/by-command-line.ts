// The tour where there is no PowerShell: the same steps through the command line, with Outlook played by a file.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EventFields } from '../../src/engine/model/event.js';
import { mailboxFile } from '../engine/memory-mailbox.js';
import type { StoredItem } from '../engine/memory-mailbox.js';
import type { Office } from '../mail2000/office.js';
import type { Stage } from './stage.js';

const ENGINE = fileURLToPath(new URL('../engine/m2ksync-lab.js', import.meta.url));
const say = (text: string): unknown => process.stdout.write(`\n== ${text}\n`);

function m2ksync(stage: Stage, args: readonly string[], input = ''): Promise<number> {
  process.stdout.write(`> m2ksync ${args.join(' ')}\n`);
  const own = ['--profile-root', join(stage.folder, 'profile'), '--outlook', `memory:${join(stage.folder, 'mailbox.json')}`];
  const child = spawn(process.execPath, [ENGINE, ...args, ...own], { stdio: ['pipe', 'inherit', 'inherit'] });
  child.stdin.end(input);
  return new Promise((resolve, reject) => { child.on('error', reject); child.on('exit', (code) => { resolve(code ?? 1); }); });
}

export async function tourByCommandLine(stage: Stage, office: Office): Promise<number> {
  const mailbox = mailboxFile(join(stage.folder, 'mailbox.json'));
  const calendar = office.collections().find((one) => one.path.includes('/calendars/'));
  const folder = (): { readonly id: string; readonly items: readonly StoredItem[] } => {
    const found = mailbox.read().folders.find((one) => one.kind === 'event' && one.items.length > 0);
    if (found === undefined || calendar === undefined) throw new Error('the first sync brought nothing to Outlook');
    return found;
  };
  const edit = (subject: string, change: Partial<EventFields>): void => {
    mailbox.changeFolder(folder().id, (held) => ({ ...held, items: held.items.map((item) => ((item.fields as EventFields).subject === subject ? { ...item, version: item.version + 1000, fields: { ...(item.fields as EventFields), ...change } } : item)) }));
  };
  const codes: number[] = [];
  const step = async (text: string, args: readonly string[], input = ''): Promise<void> => { say(text); codes.push(await m2ksync(stage, args, input)); };

  await step('Sign in: the server is asked before anything is stored', ['connect', '--address', stage.address, '--host', stage.origin], `${stage.password}\n`);
  await step('What would a first sync do? Nothing is touched', ['plan']);
  await step('Sync: the server\'s events and contacts arrive in Outlook', ['sync']);
  const [first] = folder().items, subject = (first?.fields as EventFields | undefined)?.subject ?? '';
  say(`In Outlook the place of "${subject}" is changed; on the server its text. Both are kept: fields are merged`);
  edit(subject, { location: '三樓會議室' });
  const text = calendar?.list().find((member) => member.uid === first?.uid);
  if (calendar !== undefined && text !== undefined) calendar.put(text.name, text.text.replace(/^DESCRIPTION.*\r\n(?: .*\r\n)*/m, '').replace('END:VEVENT', 'DESCRIPTION:議程：預算\r\nEND:VEVENT'));
  await step('The plan names each field', ['plan']);
  await step('Sync', ['sync']);
  say('In Outlook every event is deleted: more than an ordinary day\'s work, so the guard holds it');
  const deleted = folder();
  mailbox.change((now) => ({ ...now, deleted: [...now.deleted, ...deleted.items], folders: now.folders.map((one) => (one.id === deleted.id ? { ...one, items: [] } : one)) }));
  await step('Sync: held, and nothing is lost', ['sync']);
  await step('Status', ['status']);
  const expected = [0, 0, 0, 0, 0, 4, 0];
  const good = codes.length === expected.length && codes.every((code, index) => code === expected[index]);
  process.stdout.write(good ? '\nThat was the whole way, there and back.\n' : `\nSomething is wrong: exit codes ${codes.join(', ')}, expected ${expected.join(', ')}.\n`);
  return good ? 0 : 1;
}

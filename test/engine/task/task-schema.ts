// The rules of the task schema ([MS-TSCH] 2.5, version 1.2) for the elements that a task of ours may have, as rows: what may stand in an element, in which
// order, how often, and what its text must be. Says every way in which a text breaks them.
import { XMLParser } from 'fast-xml-parser';

interface Rule {
  /** Names of children; with `ordered` in this order (xs:sequence), else in any (xs:all). A '!' says that it must be there. */
  readonly children?: readonly string[];
  readonly ordered?: true;
  readonly text?: RegExp;
}

const FLAG = /^(true|false)$/, DURATION = /^P(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/, SID = /^S-1(-\d+){2,}$/;
const flag: Rule = { text: FLAG }, duration: Rule = { text: DURATION };

/** By path without the root; '*' stands for the names that are not in a row of their own. */
const RULES: Readonly<Record<string, Rule>> = {
  '': { children: ['RegistrationInfo', 'Triggers', 'Principals', 'Settings', 'Actions!'] },
  RegistrationInfo: { children: ['Author', 'Description', 'URI', 'Version', 'Date', 'Documentation', 'Source'] },
  'RegistrationInfo/Author': { text: /./ }, 'RegistrationInfo/Description': { text: /./ }, 'RegistrationInfo/URI': { text: /^\\/ },
  Triggers: { children: ['LogonTrigger', 'TimeTrigger'] },
  'Triggers/LogonTrigger': { children: ['Enabled', 'StartBoundary', 'EndBoundary', 'Repetition', 'ExecutionTimeLimit', 'UserId!', 'Delay'], ordered: true },
  'Triggers/LogonTrigger/Enabled': flag, 'Triggers/LogonTrigger/UserId': { text: SID }, 'Triggers/LogonTrigger/Delay': duration,
  'Triggers/TimeTrigger': { children: ['Enabled', 'StartBoundary!', 'EndBoundary', 'Repetition', 'ExecutionTimeLimit', 'RandomDelay'], ordered: true },
  'Triggers/TimeTrigger/Enabled': flag, 'Triggers/TimeTrigger/StartBoundary': { text: MOMENT },
  'Triggers/TimeTrigger/Repetition': { children: ['Interval!', 'Duration', 'StopAtDurationEnd'], ordered: true }, 'Triggers/TimeTrigger/Repetition/Interval': duration,
  Principals: { children: ['Principal!'] },
  'Principals/Principal': { children: ['UserId', 'LogonType', 'GroupId', 'DisplayName', 'RunLevel'] },
  'Principals/Principal/UserId': { text: SID }, 'Principals/Principal/LogonType': { text: /^(InteractiveToken|S4U|Password|InteractiveTokenOrPassword)$/ },
  'Principals/Principal/RunLevel': { text: /^(LeastPrivilege|HighestAvailable)$/ },
  Settings: {
    children: ['AllowStartOnDemand', 'RestartOnFailure', 'MultipleInstancesPolicy', 'DisallowStartIfOnBatteries', 'StopIfGoingOnBatteries', 'AllowHardTerminate', 'StartWhenAvailable',
      'NetworkProfileName', 'RunOnlyIfNetworkAvailable', 'WakeToRun', 'Enabled', 'Hidden', 'DeleteExpiredTaskAfter', 'IdleSettings', 'NetworkSettings', 'ExecutionTimeLimit', 'Priority', 'RunOnlyIfIdle'],
  },
  'Settings/MultipleInstancesPolicy': { text: /^(Parallel|Queue|IgnoreNew|StopExisting)$/ }, 'Settings/ExecutionTimeLimit': duration, 'Settings/Priority': { text: /^([0-9]|10)$/ },
  'Settings/IdleSettings': { children: ['Duration', 'WaitTimeout', 'StopOnIdleEnd', 'RestartOnIdle'] }, 'Settings/IdleSettings/*': flag, 'Settings/*': flag,
  Actions: { children: ['Exec!'] },
  'Actions/Exec': { children: ['Command!', 'Arguments', 'WorkingDirectory'] },
  'Actions/Exec/Command': { text: /^[^"]+$/ }, 'Actions/Exec/Arguments': { text: /./ }, 'Actions/Exec/WorkingDirectory': { text: /^[^"]+$/ },
};

type Node = Readonly<Record<string, unknown>>;
const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ':@') ?? '';
const attributes = (node: Node): Readonly<Record<string, string>> => (node[':@'] ?? {}) as Readonly<Record<string, string>>;
const minutesOf = (text: string): number => {
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text) ?? [];
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
};

/** Nothing: the task service would take it. */
export function taskFaults(xml: string): readonly string[] {
  const faults: string[] = [];
  const parsed = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, commentPropName: '#comment' }).parse(xml) as Node[];
  const roots = parsed.filter((node) => !nameOf(node).startsWith('?') && nameOf(node) !== '#comment');
  const [task] = roots;
  if (/encoding="(?!UTF-16)/.test(xml)) faults.push('encoding: a string is UTF-16');
  if (roots.length !== 1 || task === undefined || nameOf(task) !== 'Task') return [...faults, 'the root is Task'];
  if (attributes(task)['xmlns'] !== 'http://schemas.microsoft.com/windows/2004/02/mit/task') faults.push('namespace');
  if (!/^1\.[1-4]$/.test(attributes(task)['version'] ?? '')) faults.push('version');
  look(task, '', faults);
  const [interval = ''] = [/<Interval>([^<]*)</.exec(xml)?.[1]];
  if (minutesOf(interval) < 1 || minutesOf(interval) > 31 * 1440) faults.push(`Interval ${interval}: one minute to 31 days`);
  const principal = /<Principal id="([^"]*)"/.exec(xml)?.[1], context = /<Actions Context="([^"]*)"/.exec(xml)?.[1];
  if (principal !== context) faults.push('Actions Context names no Principal');
  return faults;
}

function look(node: Node, path: string, faults: string[]): void {
  const rule = RULES[path] ?? RULES[path.replace(/[^/]+$/, '*')];
  const inside = ((node[nameOf(node)] ?? []) as Node[]).filter((child) => nameOf(child) !== '#comment'), names = inside.map(nameOf).filter((name) => name !== '#text');
  if (rule === undefined) { faults.push(`${path}: not ours`); return; }
  if (rule.text !== undefined) {
    const text = inside.map((child) => String(child['#text'] ?? '')).join('');
    if (names.length > 0 || !rule.text.test(text)) faults.push(`${path}: '${text}'`);
    return;
  }
  const allowed = (rule.children ?? []).map((name) => name.replace('!', ''));
  for (const name of names) if (!allowed.includes(name)) faults.push(`${path}/${name}: not allowed there`);
  for (const name of (rule.children ?? []).filter((one) => one.endsWith('!')).map((one) => one.slice(0, -1))) if (!names.includes(name)) faults.push(`${path}/${name}: missing`);
  if (new Set(names).size !== names.length) faults.push(`${path}: twice`);
  if (rule.ordered === true && names.join() !== allowed.filter((name) => names.includes(name)).join()) faults.push(`${path}: order`);
  for (const child of inside) if (nameOf(child) !== '#text') look(child, path === '' ? nameOf(child) : `${path}/${nameOf(child)}`, faults);
}

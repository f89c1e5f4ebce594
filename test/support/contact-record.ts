// What Outlook does to a ContactItem or a DistListItem when its members are set, as far as the reference documents it (OOM 5.2 to 5.5).
import { createHash } from 'node:crypto';
import type { ItemRecord, Members } from '../../src/ps-host/item-record.js';
import { type Step } from '../../src/ps-host/protocol.js';
import { isWireDate, wireDate, type WireValue } from '../../src/ps-host/wire-value.js';

export interface Couplings {
  /** OOM 5.2 leaves open whether BusinessHomePage follows WebPage. */
  readonly homePageFollows: boolean;
  /** What FileAs is made of while no text of the user's stands there. */
  readonly fileAs?: 'lastFirst' | 'company';
}

const NAME_PARTS = ['Title', 'FirstName', 'MiddleName', 'LastName', 'Suffix'];
const DATES = ['Birthday', 'Anniversary'];
const NUMBERS = ['Gender', 'Sensitivity', 'SelectedMailingAddress'];

const unset = (member: string): WireValue => (DATES.includes(member) ? wireDate('4501-01-01T00:00:00') : NUMBERS.includes(member) ? 0 : '');

/** A record of a new contact with the members a codec asks for. */
export function newContactRecord({ plain }: Members): ItemRecord {
  return { id: '00', version: '2026-11-22T09:00:00.0000000', parent: 'F', messageClass: 'IPM.Contact', plain: Object.fromEntries(plain.map((member) => [member, unset(member)])), picture: null, user: {}, properties: {} };
}

/** A record of a new distribution list. */
export const newListRecord = ({ ofClass }: Members): ItemRecord =>
  ({ id: '01', version: '2026-11-22T09:00:00.0000000', parent: 'F', messageClass: 'IPM.DistList', plain: Object.fromEntries((ofClass?.members.plain ?? []).map((member) => [member, unset(member)])), list: [] });

export const withMembers = (record: ItemRecord, plain: Readonly<Record<string, WireValue>>): ItemRecord => ({ ...record, plain: { ...record.plain, ...plain } });

/** @throws Error where Outlook would throw, and for a member that the record does not have. */
export function afterSteps(record: ItemRecord, steps: readonly Step[], couplings: Couplings): ItemRecord {
  return steps.reduce((now, step) => afterStep(now, step, couplings), record);
}

type Plain = ItemRecord['plain'];

function afterStep(record: ItemRecord, step: Step, couplings: Couplings): ItemRecord {
  switch (step.do) {
    case 'set': return { ...record, plain: afterSet(record.plain, step, couplings) };
    case 'save': return record;
    case 'user': return { ...record, user: { ...record.user, [step.name]: step.to } };
    case 'property': return withProperty(record, step);
    // Outlook encodes it anew: other octets.
    case 'picture': return { ...record, picture: step.to === null ? null : Buffer.concat([Buffer.from(step.to, 'base64'), Buffer.from([0])]).toString('base64') };
    case 'seal': return { ...record, user: { ...record.user, [step.name]: `${step.text} ${createHash('sha256').update(Buffer.from(record.picture ?? '', 'base64')).digest('hex')}` } };
    case 'members': {
      const removed = new Set(step.remove.map((address) => address.toLowerCase()));
      const added = step.add.map((text) => { const [, name = text, address = text] = /^(.*) <(.*)>$/.exec(text) ?? []; return { name, address, smtp: '' }; });
      return { ...record, list: [...(record.list ?? []).filter(({ address }) => !removed.has(address.toLowerCase())), ...added] };
    }
    default: throw new Error(`a contact has no step "${step.do}"`);
  }
}

/** A list of binaries: never an empty one, of which no page says what Outlook does. */
function withProperty(record: ItemRecord, { schema, to }: Step & { readonly do: 'property' }): ItemRecord {
  if (!schema.endsWith('/0x3A701102') || typeof to !== 'object' || to.length === 0) throw new Error(`a contact does not take ${JSON.stringify(to)} as ${schema}`);
  return { ...record, properties: { ...record.properties, certificates: to } };
}

function afterSet(plain: Plain, { name, to }: Step & { readonly do: 'set' }, couplings: Couplings): Plain {
  if (!(name in plain)) throw new Error(`${name} is not among the members`);
  if (DATES.includes(name)) return { ...plain, [name]: day(to) };
  if (NUMBERS.includes(name)) {
    if (typeof to !== 'number') throw new Error(`${name} takes a number`);
    return { ...plain, [name]: to };
  }
  if (typeof to !== 'string') throw new Error(`${name} takes text`);
  const before = plain['FileAs'] ?? '', followed = before === '' || before === fileAs(plain, couplings);
  const next = { ...plain, [name]: to, ...consequences({ ...plain, [name]: to }, name, couplings) };
  const renamed = name === 'FullName' || name === 'CompanyName' || NAME_PARTS.includes(name);
  return renamed && followed && 'FileAs' in plain ? { ...next, FileAs: fileAs(next, couplings) } : next;
}

/** "Last, First Middle", or the company. */
function fileAs(plain: Plain, { fileAs: formula = 'lastFirst' }: Couplings): string {
  const text = (member: string): string => String(plain[member] ?? '');
  const name = [text('LastName'), [text('FirstName'), text('MiddleName')].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return formula === 'company' ? text('CompanyName') || name : name || text('CompanyName');
}

function consequences(plain: Plain, name: string, { homePageFollows }: Couplings): Plain {
  if (name === 'FullName') return split(String(plain['FullName']));
  if (NAME_PARTS.includes(name)) return { FullName: NAME_PARTS.map((part) => String(plain[part])).filter(Boolean).join(' ') };
  const slot = /^(Email[123])Address$/.exec(name)?.[1];
  if (slot) return emailSlot(plain, slot);
  const [, place] = /^(Business|Home|Other)Address/.exec(name) ?? [];
  if (place !== undefined && plain['SelectedMailingAddress'] === 0 && plain[name] !== '') return { SelectedMailingAddress: { Home: 1, Business: 2, Other: 3 }[place] ?? 0 };
  if (homePageFollows && (name === 'WebPage' || name === 'BusinessHomePage')) return { WebPage: plain[name] ?? '', BusinessHomePage: plain[name] ?? '' };
  return {};
}

/** The user's option "First Middle Last". */
function split(full: string): Plain {
  const [first = '', ...rest] = full.split(/\s+/).filter(Boolean);
  return { Title: '', FirstName: first, MiddleName: rest.slice(0, -1).join(' '), LastName: rest.at(-1) ?? '', Suffix: '' };
}

/** An emptied address leaves its display name to whoever emptied it. */
function emailSlot(plain: Plain, slot: string): Plain {
  const address = String(plain[`${slot}Address`]);
  if (address === '') return { [`${slot}AddressType`]: '' };
  return { [`${slot}AddressType`]: 'SMTP', [`${slot}DisplayName`]: `${String(plain['FullName'])} (${address})` };
}

function day(to: WireValue): WireValue {
  if (!isWireDate(to)) throw new Error('Birthday takes a date');
  if (to.date < '1601') throw new Error('OverflowException: Birthday');
  return to;
}

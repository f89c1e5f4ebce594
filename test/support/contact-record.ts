// What Outlook does to a ContactItem when its members are set, as far as the reference documents it (OOM 5.2, 5.3).
import { isWireDate, wireDate, type ItemRecord, type Step, type WireValue } from '../../src/ps-host/protocol.js';

export interface Couplings {
  /** OOM 5.2 leaves open whether BusinessHomePage follows WebPage. */
  readonly homePageFollows: boolean;
}

const NAME_PARTS = ['Title', 'FirstName', 'MiddleName', 'LastName', 'Suffix'];

/** A record of a new contact with the members a codec asks for. */
export function newContactRecord(members: readonly string[]): ItemRecord {
  const plain = Object.fromEntries(members.map((member) => [member, member === 'Birthday' ? wireDate('4501-01-01T00:00:00') : '']));
  return { id: '00', version: '2026-11-22T09:00:00.0000000', parent: 'F', messageClass: 'IPM.Contact', plain };
}

export const withMembers = (record: ItemRecord, plain: Readonly<Record<string, WireValue>>): ItemRecord => ({ ...record, plain: { ...record.plain, ...plain } });

/** @throws Error where Outlook would throw, and for a member that the record does not have. */
export function afterSteps(record: ItemRecord, steps: readonly Step[], couplings: Couplings): ItemRecord {
  return { ...record, plain: steps.reduce((plain, step) => afterStep(plain, step, couplings), record.plain) };
}

type Plain = ItemRecord['plain'];

function afterStep(plain: Plain, step: Step, couplings: Couplings): Plain {
  if (step.do !== 'set') throw new Error(`a contact has no step "${step.do}"`);
  const { name, to } = step;
  if (!(name in plain)) throw new Error(`${name} is not among the members`);
  if (name === 'Birthday') return { ...plain, Birthday: birthday(to) };
  if (typeof to !== 'string') throw new Error(`${name} takes text`);
  return { ...plain, [name]: to, ...consequences({ ...plain, [name]: to }, name, couplings) };
}

function consequences(plain: Plain, name: string, { homePageFollows }: Couplings): Plain {
  if (name === 'FullName') return split(String(plain['FullName']));
  if (NAME_PARTS.includes(name)) return { FullName: NAME_PARTS.map((part) => String(plain[part])).filter(Boolean).join(' ') };
  const slot = /^(Email[123])Address$/.exec(name)?.[1];
  if (slot) return emailSlot(plain, slot);
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

function birthday(to: WireValue): WireValue {
  if (!isWireDate(to)) throw new Error('Birthday takes a date');
  if (to.date < '1601') throw new Error('OverflowException: Birthday');
  return to;
}

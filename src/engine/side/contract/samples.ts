// Plain items for the side contract: valid on both sides, unlike one another, with the shapes that sides are known to stumble over.
import type { ContactFields } from '../../model/contact.js';
import type { EventFields } from '../../model/event.js';
import { uid } from '../../model/ids.js';
import type { Kind } from '../../model/ids.js';
import type { Item } from '../../model/item.js';
import type { Rule } from '../../model/recurrence.js';
import type { When } from '../../model/time.js';

const two = (n: number): string => String(n).padStart(2, '0');
const pick = <Value>(values: readonly Value[], n: number): Value => values[n % values.length] as Value;

const timed = (day: string, hour: number): When => ({
  allDay: false, start: { local: `${day}T${two(hour)}:15:00`, zone: 'Asia/Taipei' }, end: { local: `${day}T${two(hour + 1)}:00:00`, zone: 'Asia/Taipei' },
});

const rule = (part: Partial<Rule>): Rule => ({
  freq: 'daily', interval: 1, byDay: [], byMonthDay: [], byMonth: [], position: null, end: { kind: 'count', count: 5 }, ...part,
});

/** Start day, rule; the day is the rule's first occurrence. */
const RULES: readonly (readonly [string, Rule | null])[] = [
  ['2026-03-02', null],
  ['2026-03-03', rule({ freq: 'daily', interval: 2 })],
  ['2026-03-04', rule({ freq: 'weekly', byDay: ['MO', 'WE', 'FR'], end: { kind: 'count', count: 9 } })],
  ['2026-03-31', rule({ freq: 'monthly', byMonthDay: [31], end: { kind: 'never' } })],
  ['2026-03-05', rule({ freq: 'monthly', byDay: ['TH'], position: 1 })],
  ['2028-02-29', rule({ freq: 'yearly', byMonth: [2], byMonthDay: [29], end: { kind: 'never' } })],
  ['2026-03-06', rule({ freq: 'weekly', byDay: ['FR'], end: { kind: 'until', until: '2026-05-01T09:15:00' } })],
];

const NOBODY: Pick<EventFields, 'organizer' | 'attendees'> = { organizer: null, attendees: {} };
const INVITED: Pick<EventFields, 'organizer' | 'attendees'> = {
  organizer: { email: 'mei@example.org', name: '林美' },
  attendees: {
    'xiaoming@example.com.tw': { name: '王小明', role: 'required', answer: 'accepted' }, 'room301@example.org': { name: '', role: 'resource', answer: 'none' },
    'hua@example.org': { name: 'Hua, Chen', role: 'optional', answer: 'tentative' },
  },
};

export function sampleEvent(n: number): Item<'event'> {
  const [day, recurs] = pick(RULES, n);
  const allDay = n % 5 === 4;
  const when: When = allDay && recurs === null ? { allDay: true, start: day, end: '2026-03-04' } : timed(day, 9);
  const fields: EventFields = {
    subject: `${pick(['Weekly meeting', '週會', 'Lunch; with, commas', 'A\\B "quoted"'], n)} ${n}`,
    when, rule: recurs, exceptions: {},
    location: pick(['', 'Room 301', '台北總部 3F'], n),
    body: pick(['', 'First line\nSecond line', '議程：\n1. 報告\n2. 討論', 'x'.repeat(200)], n),
    reminder: pick([null, 15, 0, 1440], n),
    categories: pick([[], ['Work'], ['工作', 'Work']], n),
    sensitivity: pick(['normal', 'private'], n),
    busyStatus: pick(['busy', 'free'], n),
    importance: pick(['normal', 'high', 'low'], n),
    url: pick(['', 'https://example.com/agenda?x=1,2;3'], n),
    attachments: [],
    ...pick([NOBODY, INVITED], n),
    cancelled: n % 7 === 6,
  };
  return { kind: 'event', uid: uid(`sample-${n}-5f0c@m2ksync.example`), fields };
}

/** X.509, of Ed25519, made for this and signed by itself. */
export const SAMPLE_CERTIFICATE = 'MIIBMDCB46ADAgECAhRR+dPbwCBp6iUVkl7PaC206ayDOzAFBgMrZXAwDjEMMAoGA1UEAwwDbWVpMB4XDTI2MTEzMDE5MTUwNVoXDTQ2MTEyNTE5MTUwNVowDjEMMAoGA1UEAwwDbWVpMCowBQYDK2' +
  'VwAyEA4JynDGeOtJcUSodfPzA1DMj4jQtPgHi+21YJN+L7XcujUzBRMB0GA1UdDgQWBBSIxsyK30DAKS1jkMBfE5rugT0XWzAfBgNVHSMEGDAWgBSIxsyK30DAKS1jkMBfE5rugT0XWzAPBgNVHRMB' +
  'Af8EBTADAQH/MAUGAytlcANBACbtv0p7vkj+/ikMtgcBuH2hR4NfCndhrnTmLrs3Bw73SpymXVk7H+k+sz2xaA6p3APnKsgfr+Ri8HbWZOqTlAk=';

export function sampleContact(n: number): Item<'contact'> {
  const [given, family] = pick([['Mei', 'Lin'], ['小明', '王'], ["Jean-Luc", "O'Neil; Jr"]] as const, n);
  const fields: ContactFields = {
    kind: 'person',
    name: { prefix: '', given, middle: pick(['', 'K.'], n), family, suffix: '', full: `${given} ${family} ${n}` },
    fileAs: pick(['', '', 'The boss'], n),
    phonetics: pick([{}, { given: 'Shiao-Ming', family: 'Wang' }, { company: 'Open Find' }], n),
    nicknames: pick([[], ['Ming'], ['Ming', '小明']], n),
    emails: pick([[], [`p${n}@example.com`], [`p${n}@example.com`, `q${n}@example.org`]], n),
    phones: pick([{}, { mobile: '0912-345-678' }, { business: '+886 2 1234 5678', home: '02-8765-4321' }], n),
    businessAddress: pick([null, { street: '信義路五段7號\n89F', city: '台北市', region: '', postalCode: '110', country: '台灣', poBox: '' }], n),
    homeAddress: pick([null, null, { street: '1 Main Street', city: 'Springfield', region: 'IL', postalCode: '62701', country: 'USA', poBox: '' }], n),
    otherAddress: null,
    mailingAddress: pick([null, 'business', 'home'], n),
    im: pick([[], ['xmpp:ming@example.org']], n),
    company: pick(['', 'Openfind', '網擎, 資訊; 公司'], n),
    department: pick(['', 'R&D'], n),
    jobTitle: pick(['', '工程師'], n),
    role: pick(['', 'Programmer'], n),
    office: pick(['', '3F, 12'], n),
    manager: pick(['', '林經理'], n),
    assistant: pick(['', '', 'Ann Lee'], n),
    spouse: pick(['', '陳美玲'], n),
    children: pick([[], ['Bo', 'Mei']], n),
    note: pick(['', 'met in Taipei\n2026'], n),
    webPage: pick(['', 'https://example.com/~p?x=1&y=2'], n),
    homePage: pick(['', '', 'https://home.example.org/'], n),
    freeBusy: pick(['', 'https://example.com/fb/p.ifb'], n),
    birthday: pick([null, '1980-02-29', '1999-12-31'], n),
    anniversary: pick([null, null, '2008-02-29'], n),
    gender: pick(['', 'female', 'male'], n),
    categories: pick([[], ['Work'], ['工作', 'Work']], n),
    sensitivity: pick(['normal', 'private'], n),
    userFields: pick([{}, { user1: 'one', user4: '四' }], n),
    photo: null,
    certificates: pick([[], [], [], [SAMPLE_CERTIFICATE]], n),
    members: [],
  };
  return { kind: 'contact', uid: uid(`sample-${n}-8d21@m2ksync.example`), fields };
}

const SAMPLES: { readonly [K in Kind]: (n: number) => Item<K> } = { event: sampleEvent, contact: sampleContact };

/** The n-th sample of a kind, n from 0. */
export function sample<K extends Kind>(kind: K, n: number): Item<K> {
  return SAMPLES[kind](n);
}

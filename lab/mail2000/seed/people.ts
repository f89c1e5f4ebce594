// Who works in the office, and the principals that are nobody's.
import type { OfficeSeed } from '../office.js';
import type { PseudoPrincipalRecord } from '../records.js';

export const domain = 'example.com.tw';
export const xiaoming = `xiaoming@${domain}`;
export const meiling = `meiling@${domain}`;
export const dahua = `dahua@${domain}`;

/** The home of public calendars. Its name over CalDAV is not known; this one follows the pattern of the books (research 1.4, inferred). */
export const publicCalendars = `public@${domain}`;

/** Homes of the company's books: local, system groups, LDAP (research 1.2 and 1.6). */
export const companyBooks = { local: 'm1', group: 'm2', ldap: 'm3' } as const;

export const users: OfficeSeed['users'] = [
  { email: xiaoming, name: '王小明', password: 'lab-王小明-1', appPassword: 'lab-app-xiaoming' },
  { email: meiling, name: '陳美玲', password: 'lab-meiling-1', appPassword: 'lab-app-meiling' },
  { email: dahua, name: '李大華', password: 'lab-dahua-1' },
];

export const principals: readonly PseudoPrincipalRecord[] = [
  { tree: 'calendars', name: publicCalendars, displayName: '公用行事曆', homes: [publicCalendars] },
  { tree: 'addressbooks', name: `mPA.000@${domain}`, displayName: '公用通訊錄', homes: Object.values(companyBooks) },
];

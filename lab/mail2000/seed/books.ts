// The office's address books: personal ones and the company's, one collection per group, named NAME(/PATH) (research 1.2).
import type { CollectionSeed } from '../office.js';
import type { Scope } from '../records.js';
import { authenticated, everything, readOnly, readWrite } from '../rights.js';
import { companyBooks, domain, meiling, xiaoming } from './people.js';
import { cardText } from './text.js';
import { xiaomingContacts } from './xiaoming-contacts.js';

const colleague = (id: string, name: string, { title, department, extension }: { readonly title: string; readonly department: string; readonly extension: string }): readonly [string, string] => [
  `${id}.vcf`,
  cardText(`${id}@${domain}`, [
    `FN:${name}`, `N:${name.slice(0, 1)};${name.slice(1)};;;`, `ORG:範例股份有限公司;${department}`, `TITLE:${title}`,
    `TEL;TYPE=WORK,VOICE:02-2550-1000 #${extension}`, `EMAIL;TYPE=INTERNET:${id}@${domain}`,
  ]),
];

const wang = colleague('xiaoming', '王小明', { title: '業務專員', department: '業務部', extension: '301' });
const chen = colleague('meiling', '陳美玲', { title: '人事經理', department: '管理部', extension: '201' });
const lee = colleague('dahua', '李大華', { title: '業務組長', department: '業務部', extension: '310' });

const company = (scope: Scope & keyof typeof companyBooks, name: string, rest: Pick<CollectionSeed, 'displayName' | 'grants' | 'members'>): CollectionSeed =>
  ({ tree: 'addressbooks', home: companyBooks[scope], name, scope, ...rest });

const supplier = (id: string, name: string, phone: string): readonly [string, string] =>
  [`${id}.vcf`, cardText(`${id}@suppliers.${domain}`, [`FN:${name}`, `N:;${name};;;`, `ORG:${name}`, `TEL;TYPE=WORK:${phone}`])];

export const books: readonly CollectionSeed[] = [
  { tree: 'addressbooks', home: xiaoming, name: 'default', scope: 'personal', owner: xiaoming, displayName: '個人通訊錄', members: xiaomingContacts },
  {
    tree: 'addressbooks', home: meiling, name: 'default', scope: 'personal', owner: meiling, displayName: '個人通訊錄',
    members: Object.fromEntries([supplier('printer', '好印影印店', '02-2550-7788')]),
  },
  company('local', '0', { displayName: '/(/)', grants: { [authenticated]: readOnly, [meiling]: everything }, members: Object.fromEntries([supplier('taxi', '台灣大車隊', '55688')]) }),
  company('local', '11', {
    displayName: '廠商(/廠商)', grants: { [authenticated]: readOnly, [xiaoming]: readWrite, [meiling]: everything },
    members: Object.fromEntries([supplier('datong', '大同公司', '02-2592-5252'), supplier('hsin', '新泰文具', '02-2990-1234')]),
  }),
  company('group', '0', { displayName: '/', grants: { [authenticated]: readOnly }, members: Object.fromEntries([wang, chen, lee]) }),
  company('group', '21', { displayName: '業務部(/業務部)', grants: { [authenticated]: readOnly }, members: Object.fromEntries([wang, lee]) }),
  company('group', '22', { displayName: '北區業務(/業務部/北區業務)', grants: { [authenticated]: readOnly }, members: Object.fromEntries([wang]) }),
  company('group', '23', { displayName: '管理部(/管理部)', grants: { [authenticated]: readOnly }, members: Object.fromEntries([chen]) }),
  company('ldap', '31', {
    displayName: '集團通訊錄(/集團通訊錄)', grants: { [authenticated]: readOnly },
    members: Object.fromEntries([
      colleague('yating.hsu', '許雅婷', { title: '財務長', department: '財務處', extension: '8001' }),
      colleague('guanting.wu', '吳冠廷', { title: '資訊工程師', department: '資訊處', extension: '8107' }),
    ]),
  }),
];

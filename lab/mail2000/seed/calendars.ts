// The office's calendars: personal ones, shared read-only and read/write, one that nobody shares, and the company's public ones.
import type { CollectionSeed } from '../office.js';
import { authenticated, everything, readOnly, readWrite } from '../rights.js';
import { from, wholeDays } from './days.js';
import type { Day } from './days.js';
import { dahua, meiling, publicCalendars, xiaoming } from './people.js';
import { eventText } from './text.js';
import { xiaomingDefault } from './xiaoming-default.js';

const personal = (email: string, name: string, rest: Pick<CollectionSeed, 'displayName' | 'grants' | 'members' | 'color'>): CollectionSeed =>
  ({ tree: 'calendars', home: email, name, scope: 'personal', owner: email, ...rest });

const ofCompany = (name: string, rest: Pick<CollectionSeed, 'displayName' | 'grants' | 'members' | 'color'>): CollectionSeed =>
  ({ tree: 'calendars', home: publicCalendars, name, scope: 'public', ...rest });

export const calendars = (day: Day): readonly CollectionSeed[] => [
  personal(xiaoming, 'default', { displayName: '個人行事曆', color: '#2E6DA4FF', members: xiaomingDefault(day) }),
  personal(xiaoming, 'projects', {
    displayName: '專案時程', color: '#5CB85CFF', members: {
      '1762310201.ics': eventText('kickoff-a1@mail.example.com.tw', ['SUMMARY:ERP 專案啟動', ...from(day(1), '0900-1000'), 'LOCATION:五樓訓練教室', 'SEQUENCE:0']),
      '1762310202.ics': eventText('milestone-a2@mail.example.com.tw', ['SUMMARY:第一階段驗收', ...wholeDays(day(18), day(19)), 'SEQUENCE:0']),
    },
  }),
  personal(meiling, 'default', {
    displayName: '陳美玲的行事曆', color: '#D9534FFF', grants: { [xiaoming]: readOnly }, members: {
      '1762320301.ics': eventText('board-b1@mail.example.com.tw', ['SUMMARY:董事會', ...from(day(3), '1400-1700'), 'LOCATION:總部十二樓', 'SEQUENCE:0']),
      '1762320302.ics': eventText('interview-b2@mail.example.com.tw', ['SUMMARY:面試：業務專員', ...from(day(4), '1000-1100'), 'SEQUENCE:0']),
      '1762320303.ics': eventText('hr-b3@mail.example.com.tw', ['SUMMARY:人事週會', ...from(day(1), '1330-1430'), 'RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=20', 'SEQUENCE:0']),
    },
  }),
  personal(dahua, 'default', {
    displayName: '個人行事曆', color: '#777777FF', members: {
      '1762330401.ics': eventText('secret-c1@mail.example.com.tw', ['SUMMARY:李大華的私事', ...from(day(2), '1200-1300'), 'SEQUENCE:0']),
    },
  }),
  personal(dahua, 'roster', {
    displayName: '業務部排班', color: '#F0AD4EFF', grants: { [xiaoming]: readWrite, [meiling]: ['read', 'add'] }, members: {
      '1762330501.ics': eventText('duty-d1@mail.example.com.tw', ['SUMMARY:值班：王小明', ...wholeDays(day(5), day(6)), 'SEQUENCE:0']),
      '1762330502.ics': eventText('duty-d2@mail.example.com.tw', ['SUMMARY:值班：李大華', ...wholeDays(day(6), day(7)), 'SEQUENCE:0']),
    },
  }),
  ofCompany('1', {
    displayName: '公司行事曆', color: '#31708FFF', grants: { [authenticated]: readOnly, [meiling]: everything }, members: {
      '1762340601.ics': eventText('newyear-e1@mail.example.com.tw', ['SUMMARY:元旦放假', 'DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20270102', 'SEQUENCE:0']),
      '1762340602.ics': eventText('allhands-e2@mail.example.com.tw', ['SUMMARY:全體員工大會', ...from(day(11), '1500-1700'), 'LOCATION:一樓演講廳', 'SEQUENCE:0']),
    },
  }),
  ofCompany('2', {
    displayName: '會議室預約', color: '#8A6D3BFF', grants: { [authenticated]: everything }, members: {
      '1762340701.ics': eventText('room-f1@mail.example.com.tw', ['SUMMARY:三樓大會議室 業務部', ...from(day(0), '0930-1030'), 'SEQUENCE:0']),
    },
  }),
];

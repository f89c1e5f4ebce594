import test from 'ava';
import { readable } from '../../../src/engine/model/readable.js';

const rows: readonly (readonly [unknown, string])[] = [
  [{ allDay: true, start: '2026-02-03', end: '2026-02-04' }, '2026-02-03'],
  [{ allDay: true, start: '2026-02-27', end: '2026-03-02' }, '2026-02-27 – 2026-03-01'],
  [{ allDay: false, start: { local: '2026-02-03T09:00:00', zone: 'Asia/Taipei' }, end: { local: '2026-02-03T10:30:00', zone: 'Asia/Taipei' } }, '2026-02-03 09:00 – 10:30 Asia/Taipei'],
  [{ allDay: false, start: { local: '2026-02-03T23:00:00', zone: 'Asia/Taipei' }, end: { local: '2026-02-04T01:00:00', zone: 'Asia/Tokyo' } }, '2026-02-03 23:00 – 2026-02-04 01:00 Asia/Taipei / Asia/Tokyo'],
  [{ freq: 'weekly', interval: 2, byDay: ['MO', 'WE'], byMonthDay: [], byMonth: [], position: null, end: { kind: 'count', count: 5 } }, 'weekly/2 on MO,WE ×5'],
  [{ prefix: '', given: '小明', middle: '', family: '王', suffix: '', full: '王小明' }, '王小明'],
  [{ prefix: '', given: 'Maria', middle: '', family: 'Weber', suffix: '', full: '' }, 'Maria Weber'],
  [['a', 'b'], 'a, b'], [null, ''], [15, '15'], ['x'.repeat(200), `${'x'.repeat(119)}…`],
];
for (const [value, text] of rows) test(`${JSON.stringify(value).slice(0, 90)} reads ${text.slice(0, 60)}`, (t) => { t.is(readable(value), text); });

// Which texts of FileAs are formulas of Outlook's (OOM 5.2, FileUnderId), and which the user's own.
import test from 'ava';
import { isFormula } from '../../../src/engine/codec/contact/file-as.js';

const NAME = { prefix: '', given: '小明', middle: '', family: '王', suffix: '', full: '王小明' };
const said = (more: { readonly given?: string; readonly middle?: string; readonly company?: string }): Parameters<typeof isFormula>[1] =>
  ({ name: { ...NAME, ...more, full: '' }, company: more.company ?? '', emails: [], phones: {} });

test('name and company in any order and with any separators are a formula', (t) => {
  for (const text of ['', '王, 小明', '王小明', '小明 王', 'Acme', '王, 小明 (Acme)', 'Acme\uFF0C王小明']) t.true(isFormula(text, said({ company: 'Acme' })), text);
});

test('whatever says more, or less than a whole part, is the user\'s own', (t) => {
  for (const text of ['老王', '王, 小', '王, 小明 2', 'Acm']) t.false(isFormula(text, said({ company: 'Acme' })), text);
});

test('a company that reads like the end of one part and the beginning of the next takes nothing from them', (t) => {
  t.true(isFormula('王, Anna Bell', said({ given: 'Anna', middle: 'Bell', company: 'naBe' })));
  t.true(isFormula('王, Ann Bell', said({ given: 'Ann', middle: 'Bell', company: 'AnnBe' })));
});

// The administrative templates against the table of options and the schema's rules ([MS-GPREG], reference 5.5): every string and presentation resolves, ids are
// unique, and a fault that is planted is seen.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { admx, adml } from '../../deploy/admx/templates.js';
import { OPTIONS } from '../../src/engine/config/options.js';
import { INTERVALS } from '../../src/engine/config/schedule.js';
import { LANGUAGES } from '../../src/engine/config/settings.js';
import { templateFaults } from './admx-schema.js';

const file = (path: string): string => readFileSync(fileURLToPath(new URL(`../../../deploy/admx/${path}`, import.meta.url)), 'utf8');
const resources = Object.fromEntries(LANGUAGES.map((language) => [language, adml(language)]));

test('B8: the templates on disk are those of the table', (t) => {
  t.is(file('M2KSync.admx'), admx(), 'write them by "npm run admx"');
  for (const language of LANGUAGES) t.is(file(`${language}/M2KSync.adml`), adml(language));
});

test('B8: every option is a policy of machine and user, and the templates keep the schema\'s rules', (t) => {
  const text = admx();
  for (const { name } of OPTIONS) t.regex(text, new RegExp(`<policy name="${name}" class="Both"`));
  for (const minutes of INTERVALS) t.true(text.includes(`<decimal value="${minutes}" />`));
  t.deepEqual(templateFaults(text, resources), []);
});

test('the rules see a fault that is planted, in the template and in each language', (t) => {
  const good = admx();
  const planted = (from: string, to: string): readonly string[] => {
    t.true(good.includes(from), from);
    return templateFaults(good.replace(from, to), resources);
  };
  t.regex(planted('$(string.Proxy_Help)', '$(string.Proxy_Hilfe)').join(), /Proxy_Hilfe/);
  t.regex(planted('presentation="$(presentation.Proxy)"', 'presentation="$(presentation.Proxi)"').join(), /Proxi/);
  t.regex(planted('<policy name="Proxy"', '<policy name="Language"').join(), /twice/);
  t.regex(planted('<parentCategory ref="account" />', '<parentCategory ref="nowhere" />').join(), /nowhere/);
  t.regex(planted('<supportedOn ref="SUPPORTED_M2KSync" />', '<supportedOn ref="Other" />').join(), /Other/);
  t.regex(planted('class="Both"', 'class="All"').join(), /class/);
  t.regex(planted('<decimal value="90" />', '<decimal value="ninety" />').join(), /decimal/);
  t.regex(planted('      <parentCategory ref="account" />\n      <supportedOn ref="SUPPORTED_M2KSync" />', '      <supportedOn ref="SUPPORTED_M2KSync" />\n      <parentCategory ref="account" />').join(), /order/);
  t.regex(planted('key="Software\\Policies\\M2KSync"', 'key="Software\\M2KSync"').join(), /key/);
  for (const language of LANGUAGES) {
    const broken = (from: RegExp, to: string): readonly string[] => templateFaults(good, { ...resources, [language]: adml(language).replace(from, to) });
    t.regex(broken(/ {6}<string id="Proxy">.*\n/, '').join(), /Proxy/);
    t.regex(broken(/refId="Proxy_Value"/, 'refId="Proxy_Text"').join(), /Proxy_Text/);
    t.regex(broken(/<string id="Preset">/, '<string id="Proxy">').join(), /twice/);
    t.regex(broken(/<presentation id="Proxy">.*\n/, '\n').join(), /Proxy/);
    t.regex(broken(/<string id="Proxy">.*<\/string>/, '<string id="Proxy"></string>').join(), /empty/);
  }
});

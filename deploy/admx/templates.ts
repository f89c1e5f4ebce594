// The administrative templates, made from the table of options: M2KSync.admx and one M2KSync.adml a language (reference 5.5, appendix F).
// npm run admx writes them; a test compares the files and holds them to the schema's rules.
import { OPTIONS } from '../../src/engine/config/options.js';
import type { OptionRow } from '../../src/engine/config/options.js';
import { wordsIn } from '../../src/engine/words/catalogue.js';
import type { Words } from '../../src/engine/words/catalogue.js';
import type { Language } from '../../src/engine/words/text.js';
import { allowedFor } from '../../src/engine/config/options.js';

const KEY = 'Software\\Policies\\M2KSync';
const NAMESPACE = 'http://www.microsoft.com/GroupPolicy/PolicyDefinitions';
const CATEGORIES = ['account', 'schedule', 'collections', 'settings'] as const;

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const idOf = (value: string | number): string => String(value).replaceAll(/[^A-Za-z0-9]/g, '_');

export function admx(): string {
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<policyDefinitions xmlns="${NAMESPACE}" revision="1.0" schemaVersion="1.0">`,
    '  <policyNamespaces><target prefix="m2ksync" namespace="M2KSync.Policies.M2KSync" /></policyNamespaces>',
    '  <resources minRequiredRevision="1.0" />',
    '  <supportedOn><definitions><definition name="SUPPORTED_M2KSync" displayName="$(string.SUPPORTED_M2KSync)" /></definitions></supportedOn>',
    '  <categories>',
    '    <category name="M2KSync" displayName="$(string.Category_M2KSync)" />',
    ...CATEGORIES.map((name) => `    <category name="${name}" displayName="$(string.Category_${name})"><parentCategory ref="M2KSync" /></category>`),
    '  </categories>',
    '  <policies>',
    ...OPTIONS.map(policy),
    '  </policies>',
    '</policyDefinitions>',
  ].join('\n')}\n`;
}

/** The order inside a policy is the schema's: parentCategory, supportedOn, enabledValue, disabledValue, elements. */
function policy({ name, of, type }: OptionRow): string {
  const flag = type.kind === 'flag';
  return [
    `    <policy name="${name}" class="Both" displayName="$(string.${name})" explainText="$(string.${name}_Help)" key="${KEY}"${flag ? ` valueName="${name}"` : ` presentation="$(presentation.${name})"`}>`,
    `      <parentCategory ref="${of}" />`,
    '      <supportedOn ref="SUPPORTED_M2KSync" />',
    ...(flag ? ['      <enabledValue><decimal value="1" /></enabledValue>', '      <disabledValue><decimal value="0" /></disabledValue>'] : ['      <elements>', ...element(name, type), '      </elements>']),
    '    </policy>',
  ].join('\n');
}

function element(name: string, type: Exclude<OptionRow['type'], { readonly kind: 'flag' }>): readonly string[] {
  if (type.kind === 'text' || type.kind === 'list') return [`        <text id="${name}_Value" valueName="${name}" required="true" maxLength="1023" />`];
  return [
    `        <enum id="${name}_Value" valueName="${name}" required="true">`,
    ...type.values.map((value) => `          <item displayName="$(string.${name}_${idOf(value)})"><value>${type.kind === 'minutes' ? `<decimal value="${value}" />` : `<string>${xml(String(value))}</string>`}</value></item>`),
    '        </enum>',
  ];
}

export function adml(language: Language): string {
  const words = wordsIn(language);
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<policyDefinitionResources xmlns="${NAMESPACE}" revision="1.0" schemaVersion="1.0">`,
    '  <displayName>M2KSync</displayName>',
    `  <description>${xml(words.say('template.description'))}</description>`,
    '  <resources>',
    '    <stringTable>',
    ...strings(words).map(([id, text]) => `      <string id="${id}">${xml(text)}</string>`),
    '    </stringTable>',
    '    <presentationTable>',
    ...OPTIONS.flatMap((row) => presentation(row, words)),
    '    </presentationTable>',
    '  </resources>',
    '</policyDefinitionResources>',
  ].join('\n')}\n`;
}

function strings(words: Words): readonly (readonly [string, string])[] {
  return [
    ['SUPPORTED_M2KSync', words.say('template.supported')],
    ['Category_M2KSync', words.say('category.M2KSync')],
    ...CATEGORIES.map((name) => [`Category_${name}`, words.say(`category.${name}`)] as const),
    ...OPTIONS.flatMap((row: OptionRow & { readonly name: (typeof OPTIONS)[number]['name'] }) => [
      [row.name, words.say(`option.${row.name}`)] as const,
      [`${row.name}_Help`, `${words.say(`option.${row.name}.help`)}\n\n${words.say('template.allowed', { allowed: allowedFor(row) })}`] as const,
      ...(row.type.kind === 'choice' || row.type.kind === 'minutes' ? row.type.values.map((value) => [`${row.name}_${idOf(value)}`, String(value)] as const) : []),
    ]),
  ];
}

function presentation({ name, type, builtIn }: OptionRow & { readonly name: (typeof OPTIONS)[number]['name'] }, words: Words): readonly string[] {
  if (type.kind === 'flag') return [];
  const label = xml(words.say(`option.${name}`));
  if (type.kind === 'text' || type.kind === 'list') return [`      <presentation id="${name}"><textBox refId="${name}_Value"><label>${label}</label></textBox></presentation>`];
  const first = Math.max(0, (type.values as readonly unknown[]).indexOf(builtIn));
  return [`      <presentation id="${name}"><dropdownList refId="${name}_Value" noSort="true" defaultItem="${first}">${label}</dropdownList></presentation>`];
}

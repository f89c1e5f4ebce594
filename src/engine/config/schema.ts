// What the settings file may hold, as JSON Schema (draft 2020-12, which conf checks with ajv).
import { INTERVALS } from './schedule.js';
import { ATTENDEES, BUSY_ONLY, CLASHES, DIRECTIONS, LANGUAGES, LOG_LEVELS, PRESETS, RIGHTS_FROM, SCOPES, SOURCES, START_OUTLOOK, UPDATES } from './settings.js';

export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly items?: Schema;
}

const text: Schema = { type: 'string', minLength: 1 };
const flag: Schema = { type: 'boolean' };
const days: Schema = { type: 'integer' };
const oneOf = (values: readonly unknown[]): Schema => ({ enum: values });
const whole = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object', properties, additionalProperties: false, required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

const right: Schema = { type: ['boolean', 'null'] };

const account = whole(
  { address: { type: 'string', pattern: '^[^\\s@]+@[^\\s@]+$' }, host: text, preset: oneOf(PRESETS), caldavUrl: text, carddavUrl: text, allowHttp: flag, certificateSha256: text, proxy: text },
  ['preset', 'caldavUrl', 'carddavUrl', 'allowHttp', 'certificateSha256', 'proxy'],
);

const folder = whole({ entryId: text, storeId: text, name: { type: 'string' }, of: { type: 'string' } }, ['of']);

const collection = whole({
  href: text,
  kind: oneOf(['event', 'contact']),
  name: { type: 'string' },
  scope: oneOf(SCOPES),
  rights: whole({ add: right, change: right, remove: right }),
  rightsFrom: oneOf(RIGHTS_FROM),
  rightsAt: text,
  color: text,
  source: oneOf(SOURCES),
  enabled: flag,
  direction: oneOf(DIRECTIONS),
  defaultFolder: flag,
  clash: oneOf(CLASHES),
  attendees: oneOf(ATTENDEES),
  busyOnly: oneOf(BUSY_ONLY),
  reminders: flag,
  pastDays: days,
  futureDays: days,
  birthdays: flag,
  merged: flag,
  folder: { ...folder, type: ['object', 'null'] },
  movingFrom: { type: 'array', items: folder },
}, ['movingFrom', 'rightsFrom', 'rightsAt', 'color', 'source', 'attendees', 'busyOnly', 'reminders', 'pastDays', 'futureDays', 'birthdays', 'merged']);

export const SETTINGS_SCHEMA: Readonly<Record<string, Schema>> = {
  language: oneOf(LANGUAGES),
  addressTemplate: text,
  startOutlook: oneOf(START_OUTLOOK),
  tray: flag,
  updates: oneOf(UPDATES),
  logLevel: oneOf(LOG_LEVELS),
  account,
  extras: { type: 'array', items: whole({ url: text, owner: text, scope: oneOf(SCOPES) }, ['scope', 'owner']) },
  collections: { type: 'object', additionalProperties: collection },
};

export const SCHEDULE_SCHEMA: Readonly<Record<string, Schema>> = { intervalMinutes: oneOf(INTERVALS), atLogOn: flag, pausedAt: text };

/** The schema at a path such as ['collections', 'default-1a2b', 'clash']; undefined where nothing is allowed. */
export function schemaAt(schema: Readonly<Record<string, Schema>>, path: readonly string[]): Schema | undefined {
  return path.reduce<Schema | undefined>((level, name) => {
    const named = level?.properties?.[name];
    if (named !== undefined) return named;
    if (level?.items !== undefined && /^\d+$/.test(name)) return level.items;
    return typeof level?.additionalProperties === 'object' ? level.additionalProperties : undefined;
  }, { properties: schema });
}

/** For people: 'server, outlook, newer'; the names allowed in an object; 'true, false'; a type. */
export function allowedAt(root: Readonly<Record<string, Schema>>, path: readonly string[]): string {
  const schema = schemaAt(root, path);
  if (schema === undefined) return path.length === 0 ? '' : allowedAt(root, path.slice(0, -1));
  if (schema.enum) return schema.enum.join(', ');
  if (schema.properties) return Object.keys(schema.properties).join(', ');
  if (schema.type === 'boolean') return 'true, false';
  return schema.pattern ?? [schema.type ?? ''].flat().join(', ');
}

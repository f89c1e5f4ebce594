// The settings of one profile, and the schedule of its user, as files.
import { NO_SCHEDULE } from './schedule.js';
import type { Schedule } from './schedule.js';
import { SCHEDULE_SCHEMA, SETTINGS_SCHEMA } from './schema.js';
import { NO_SETTINGS } from './settings.js';
import type { Settings } from './settings.js';
import { validatedFile } from './validated-file.js';
import type { ValidatedFile } from './validated-file.js';

export type SettingsFile = ValidatedFile<Settings>;
export type ScheduleFile = ValidatedFile<Schedule>;

/** @param folder the profile's. */
export const settingsFile = (folder: string): SettingsFile => validatedFile(folder, { name: 'settings', schema: SETTINGS_SCHEMA, empty: NO_SETTINGS });

/** @param folder the one that holds the profiles. */
export const scheduleFile = (folder: string): ScheduleFile => validatedFile(folder, { name: 'schedule', schema: SCHEDULE_SCHEMA, empty: NO_SCHEDULE });

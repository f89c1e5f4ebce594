// What every command is given, and what it gives back.
import type { ScheduleFile, SettingsFile } from '../config/settings-file.js';
import type { Words } from '../words/catalogue.js';
import type { EngineParts } from './parts.js';
import type { CommandName, EngineRecord, Request, ResultValues } from './records.js';

/** Records that may come before the last one. */
export type Telling = Extract<EngineRecord, { readonly t: 'progress' | 'item' | 'history' | 'warning' | 'log' }>;

export interface CommandContext {
  readonly parts: EngineParts;
  /** The folder that holds the profiles and what is the user's. */
  readonly root: string;
  /** The profile's folder. */
  readonly profile: string;
  readonly settings: SettingsFile;
  /** Of the user, whatever the profile. */
  readonly schedule: ScheduleFile;
  readonly words: Words;
  readonly tell: (record: Telling) => void;
  readonly signal: AbortSignal;
}

export type RequestFor<C extends CommandName> = Extract<Request, { readonly command: C }>;

export interface Ended<C extends CommandName> {
  readonly value: ResultValues[C];
  readonly exitCode: number;
}

export type Command<C extends CommandName> = (context: CommandContext, request: RequestFor<C>) => Promise<Ended<C>>;

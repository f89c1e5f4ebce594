// The account of a profile, or the error that says how to get one.
import type { Account, Preset, Settings } from '../config/settings.js';
import { M2KError } from '../errors.js';

export function accountOf(settings: Settings): Account {
  if (settings.account === undefined) throw new M2KError('Settings', { reason: 'not-connected' });
  return settings.account;
}

export const presetOf = ({ preset = 'mail2000' }: Account): Preset => preset;

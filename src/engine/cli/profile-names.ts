// The profiles of the user that there are, by name.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isProfileName } from '../config/profile.js';

/** Sorted; none where nothing was kept yet. */
export function profileNames(root: string): readonly string[] {
  try {
    return readdirSync(join(root, 'profiles')).filter(isProfileName).sort();
  } catch {
    return [];
  }
}

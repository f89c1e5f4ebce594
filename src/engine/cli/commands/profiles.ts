// `profiles`: the names of the user's profiles.
import { EXIT } from '../../sync/outcome.js';
import type { Command } from '../command-context.js';
import { profileNames } from '../profile-names.js';

export const profiles: Command<'profiles'> = ({ root }) => Promise.resolve({ value: { profiles: profileNames(root) }, exitCode: EXIT.inStep });

// `options`, `set-option`: what may be set, what holds, and who said so (mission B8, desk-rules.md 16).
import { assertFree, decided } from '../../config/policy.js';
import type { PolicyValue } from '../../config/policy.js';
import { OPTIONS, allowedFor, optionRow, optionText, ownValue, readOption } from '../../config/options.js';
import type { OptionRow, OptionValue } from '../../config/options.js';
import type { Settings } from '../../config/settings.js';
import { M2KError } from '../../errors.js';
import { EXIT } from '../../sync/outcome.js';
import { accountOf } from '../account.js';
import type { Command, CommandContext } from '../command-context.js';
import { readPolicy } from '../policy-values.js';
import type { OptionView } from '../records.js';
import { register, withDesk } from './task.js';

export const options: Command<'options'> = (context) => withDesk(context, async (desk) =>
  ({ value: { options: viewsOf(context, await readPolicy(context, desk)) }, exitCode: EXIT.inStep }));

/** null takes the user's own value away. @throws M2KError PolicyBlocked managed-option, Settings option-unknown, option-value, option-elsewhere, not-connected */
export const setOption: Command<'set-option'> = (context, { name, value }) => withDesk(context, async (desk) => {
  const row = optionRow(name);
  if (row === undefined) throw new M2KError('Settings', { reason: 'option-unknown', key: name, allowed: OPTIONS.map((one) => one.name).join(', ') });
  const values = await readPolicy(context, desk);
  assertFree([row.name], values);
  if (row.set !== 'option') throw new M2KError('Settings', { reason: row.set === 'policy' ? 'option-policy-only' : 'option-elsewhere', key: row.name, command: COMMANDS[row.set] });
  const meant = value === null ? undefined : readOption(row, value);
  if (meant === undefined && value !== null) throw new M2KError('Settings', { reason: 'option-value', key: row.name, allowed: allowedFor(row) });
  keep(context, row, meant);
  if (row.of === 'schedule') {
    const { task } = await desk.getTask();
    if (task !== null) await register(context, desk, { values, enabled: task.enabled });
  }
  return { value: { options: viewsOf(context, values).filter((one) => one.name === row.name) }, exitCode: EXIT.inStep };
});

const COMMANDS: Readonly<Record<OptionRow['set'], string>> = { option: 'Set-M2KSyncOption', connect: 'Connect-M2KSync', collection: 'Set-M2KSyncCollection', policy: '' };

function keep({ settings, schedule }: CommandContext, { of, key }: OptionRow, value: OptionValue | undefined): void {
  // Undefined is not written: the key goes.
  if (of === 'schedule') schedule.change((now) => ({ ...now, [key]: value }));
  else if (of === 'account') settings.change((now) => ({ ...now, account: { ...accountOf(now), [key]: value } }));
  else settings.change((now): Settings => ({ ...now, [key]: value }));
}

function viewsOf({ settings, schedule, words }: CommandContext, values: readonly PolicyValue[]): readonly OptionView[] {
  const all = decided(values), own = { settings: settings.read(), schedule: schedule.read() };
  return OPTIONS.map((row) => {
    const said = all.find((one) => one.row.name === row.name), chosen = ownValue(row, own);
    const [value, from] = said?.binds === true ? [said.value, said.from] as const : chosen !== undefined ? [chosen, 'user'] as const : said !== undefined ? [said.value, said.from] as const : [row.builtIn, 'default'] as const;
    return {
      name: row.name, value, text: value === null ? '' : optionText(value), from, managed: said?.binds === true, set: row.set, allowed: allowedFor(row),
      title: words.say(`option.${row.name}`), help: words.say(`option.${row.name}.help`),
    };
  });
}

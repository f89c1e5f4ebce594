// The options as a table: what holds and who said so.
import type { OptionView } from '../cli/records.js';
import type { Words } from '../words/catalogue.js';
import { table } from './table.js';

export const optionsText = (words: Words, options: readonly OptionView[]): string => table(
  [words.say('column.option'), words.say('column.value'), words.say('column.from')],
  options.map(({ name, text, from }) => [name, text === '' ? words.say('option.none') : text, words.say(`option.from.${from}`)]),
);

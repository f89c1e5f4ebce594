// BDAY (RFC 6350 section 6.2.5). The model holds whole dates; a line that says less or more stays as it is.
import type { DateText } from '../../model/time.js';
import { paramValues, type ContentLine } from '../content-lines/lines.js';
import type { Row } from '../row.js';
import { addLine, linesNamed, removeLine, replaceLine, type Card } from './card.js';
import { textOf, withValue } from './value.js';

/** Written by Apple for a birthday without a year: the year that stands there means nothing. */
const OMIT_YEAR = 'X-APPLE-OMIT-YEAR';

const OF_OLD_VALUE = ['VALUE', 'CALSCALE', OMIT_YEAR];

export const birthdayRow: Row<Card, DateText | null> = {
  read: (card) => lineOf(card).map(dateOf)[0] ?? null,
  write(card, birthday) {
    const [line] = lineOf(card);
    if (birthday === null) {
      if (line && dateOf(line) !== null) removeLine(card, line);
      return;
    }
    const value = card.version === '4.0' ? birthday.replaceAll('-', '') : birthday;
    if (line) replaceLine(card, line, withValue(line, value, OF_OLD_VALUE));
    else addLine(card, { name: 'BDAY', value });
  },
  narrow: (birthday) => (birthday === null ? null : realDate(birthday)),
};

/** One is allowed; where there are two, the first that is a date. */
function lineOf(card: Card): readonly ContentLine[] {
  const lines = linesNamed(card, 'BDAY');
  const dated = lines.find((line) => dateOf(line) !== null);
  return dated ? [dated] : lines;
}

/** The date as it is written, a time of day left out: no zone can move a birthday. Null for a truncated date, free text, another calendar. */
function dateOf(line: ContentLine): DateText | null {
  const [, year, month, day] = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?\s*$/.exec(textOf(line)) ?? [];
  const elsewhere = paramValues(line, 'CALSCALE').some((scale) => scale.toLowerCase() !== 'gregorian')
    || paramValues(line, OMIT_YEAR).includes(year ?? '') || paramValues(line, 'VALUE').some((type) => type.toLowerCase() === 'text');
  return year === undefined || elsewhere ? null : realDate(`${year}-${month}-${day}`);
}

/** Null for a day that the calendar lacks, and for year 0, which stands for "no year" with some exporters. */
function realDate(date: DateText): DateText | null {
  const instant = new Date(`${date}T00:00:00Z`);
  return /^(?!0000)\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null;
}

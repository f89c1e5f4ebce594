// BDAY and ANNIVERSARY (RFC 6350 sections 6.2.5, 6.2.6). The model holds whole dates; a line that says less or more stays as it is.
import type { DateText } from '../../model/time.js';
import { paramValues, type ContentLine } from '../content-lines/lines.js';
import type { Row } from '../row.js';
import { realDate } from '../contact/canonical-contact.js';
import { addLine, linesNamed, removeLine, replaceLine, type Card } from './card.js';
import { linesOf, newSourceLine, type Source } from './sources.js';
import { textOf, withValue } from './value.js';

/** Written by Apple for a birthday without a year: the year that stands there means nothing. */
const OMIT_YEAR = 'X-APPLE-OMIT-YEAR';

const OF_OLD_VALUE = ['VALUE', 'CALSCALE', OMIT_YEAR];

export const birthdayRow = dateRow({ names: ['BDAY'] });

export const anniversaryRow = dateRow({
  names: ['X-ANNIVERSARY', 'ANNIVERSARY', 'X-MS-ANNIVERSARY', 'X-EVOLUTION-ANNIVERSARY', 'X-KADDRESSBOOK-X-ANNIVERSARY'],
  labelled: { name: 'X-ABDATE', label: 'Anniversary' }, in4: { name: 'ANNIVERSARY', value: '' },
});

function dateRow(source: Source): Row<Card, DateText | null> {
  const dated = (card: Card): readonly ContentLine[] => linesOf(card, source).filter((line) => dateOf(line) !== null);
  return {
    read: (card) => linesOf(card, source).map(dateOf).find((date) => date !== null) ?? null,
    write(card, date) {
      const lines = dated(card), before = lines.map(dateOf)[0];
      if (date === null) {
        lines.forEach((line) => { removeLine(card, line); });
        return;
      }
      const value = card.version === '4.0' ? date.replaceAll('-', '') : date;
      // A date that says less than a day gives way to one that says it.
      const stale = lines.length > 0 ? lines.filter((line) => dateOf(line) === before) : linesNamed(card, ...source.names).slice(0, 1);
      for (const line of stale) replaceLine(card, line, withValue(line, value, OF_OLD_VALUE));
      if (stale.length === 0) addLine(card, newSourceLine(card, source, value));
    },
    narrow: (date) => (date === null ? null : realDate(date)),
  };
}

/** The date as it is written, a time of day left out: no zone can move a birthday. Null for a truncated date, free text, another calendar. */
function dateOf(line: ContentLine): DateText | null {
  const [, year, month, day] = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?\s*$/.exec(textOf(line)) ?? [];
  const elsewhere = paramValues(line, 'CALSCALE').some((scale) => scale.toLowerCase() !== 'gregorian')
    || paramValues(line, OMIT_YEAR).includes(year ?? '') || paramValues(line, 'VALUE').some((type) => type.toLowerCase() === 'text');
  return year === undefined || elsewhere ? null : realDate(`${year}-${month}-${day}`);
}

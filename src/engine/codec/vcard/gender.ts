// GENDER (RFC 6350 section 6.2.7), its forerunner X-GENDER, and Windows' X-WAB-GENDER.
import type { Gender } from '../../model/contact.js';
import type { ContentLine } from '../content-lines/lines.js';
import type { Row } from '../row.js';
import { addLine, linesNamed, removeLine, replaceLine, type Card } from './card.js';
import { componentsOf, withValue } from './value.js';

const WINDOWS = 'X-WAB-GENDER';

/** Outlook knows two; a line that says something else stays as long as Outlook says nothing. */
export const genderRow: Row<Card, Gender> = {
  read: (card) => lines(card).map(genderOf).find((gender) => gender !== '') ?? '',
  write(card, gender) {
    const said = lines(card);
    const stale = said.filter((line) => gender !== '' || genderOf(line) !== '');
    for (const line of stale) {
      if (gender === '') removeLine(card, line);
      else replaceLine(card, line, withValue(line, spelled(gender, line)));
    }
    if (gender !== '' && said.length === 0) addLine(card, card.version === '4.0' ? { name: 'GENDER', value: gender === 'female' ? 'F' : 'M' } : { name: 'X-GENDER', value: gender === 'female' ? 'Female' : 'Male' });
  },
};

const lines = (card: Card): readonly ContentLine[] => linesNamed(card, 'GENDER', 'X-GENDER', WINDOWS);

function genderOf(line: ContentLine): Gender {
  const word = (componentsOf(line)[0] ?? '').trim().toLowerCase();
  if (line.name === WINDOWS) return word === '1' ? 'female' : word === '2' ? 'male' : '';
  return /^(?:f|female)$/.test(word) ? 'female' : /^(?:m|male)$/.test(word) ? 'male' : '';
}

function spelled(gender: Gender, line: ContentLine): string {
  if (line.name === WINDOWS) return gender === 'female' ? '1' : '2';
  return line.name === 'X-GENDER' && (componentsOf(line)[0] ?? '').trim().length > 1 ? (gender === 'female' ? 'Female' : 'Male') : gender === 'female' ? 'F' : 'M';
}

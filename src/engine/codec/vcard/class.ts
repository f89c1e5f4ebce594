// CLASS (RFC 2426 section 3.7.1): for whose eyes a contact is. 4.0 dropped it, so that there it has an X- in front.
import type { Sensitivity } from '../../model/event.js';
import type { Row } from '../row.js';
import { addLine, linesNamed, removeLine, replaceLine, type Card } from './card.js';
import { textOf, withValue } from './value.js';

const WORDS: Readonly<Record<Sensitivity, string>> = { normal: 'PUBLIC', personal: 'PRIVATE', private: 'PRIVATE', confidential: 'CONFIDENTIAL' };

/** CLASS has no word for Outlook's "personal": PRIVATE, with this beside it, which counts only while CLASS still is PRIVATE. */
const OWN = 'X-M2KSYNC-SENSITIVITY';

export const classRow: Row<Card, Sensitivity> = {
  read(card) {
    const word = linesNamed(card, 'CLASS', 'X-CLASS').map((line) => textOf(line).trim().toUpperCase())[0] ?? '';
    if (word === '' || word === 'PUBLIC') return 'normal';
    if (word === 'CONFIDENTIAL') return 'confidential';
    return linesNamed(card, OWN).length > 0 ? 'personal' : 'private';
  },
  write(card, sensitivity) {
    const [line] = linesNamed(card, 'CLASS', 'X-CLASS');
    if (line) replaceLine(card, line, withValue(line, WORDS[sensitivity]));
    else if (sensitivity !== 'normal') addLine(card, { name: card.version === '4.0' ? 'X-CLASS' : 'CLASS', value: WORDS[sensitivity] });
    for (const own of linesNamed(card, OWN)) removeLine(card, own);
    if (sensitivity === 'personal') addLine(card, { name: OWN, value: 'PERSONAL' });
  },
};

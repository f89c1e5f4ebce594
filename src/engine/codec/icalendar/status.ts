// How an event counts: free or busy (TRANSP, STATUS, Outlook's X- property) and for whose eyes it is (CLASS).
import type { BusyStatus, Sensitivity } from '../../model/event.js';
import type { Row } from '../row.js';
import { property, removeProperty, setProperty, valueOf } from './components.js';
import type { EventObject } from './event-object.js';

const BUSY_WORDS: Readonly<Record<BusyStatus, string>> = {
  free: 'FREE', tentative: 'TENTATIVE', busy: 'BUSY', outOfOffice: 'OOF', workingElsewhere: 'WORKINGELSEWHERE',
};
const CDO = 'X-MICROSOFT-CDO-BUSYSTATUS';

/**
 * TRANSP says whether the time is taken, Outlook's own property (MS-OXCICAL 2.1.3.1.1.20.31) in which way, STATUS is asked last
 * (2.1.3.1.1.20.23). Where the X- property contradicts TRANSP, another client changed TRANSP and left it: TRANSP wins. Someone
 * who works elsewhere can be met, so both TRANSP go with it; written is TRANSPARENT, as Outlook before 2013 shows it (OOM 3.1).
 */
export const busyStatusRow: Row<EventObject, BusyStatus> = {
  read({ event }) {
    const transp = valueOf(event, 'TRANSP').toUpperCase();
    const word = valueOf(event, CDO).toUpperCase();
    const said = (Object.keys(BUSY_WORDS) as BusyStatus[]).find((status) => BUSY_WORDS[status] === word);
    if (said && (transp === '' || said === 'workingElsewhere' || (said === 'free') === (transp === 'TRANSPARENT'))) return said;
    if (transp === 'TRANSPARENT') return 'free';
    return valueOf(event, 'STATUS').toUpperCase() === 'TENTATIVE' ? 'tentative' : 'busy';
  },
  write({ event }, status) {
    setProperty(event, 'TRANSP', [{ value: status === 'free' || status === 'workingElsewhere' ? 'TRANSPARENT' : 'OPAQUE' }]);
    setProperty(event, CDO, [{ value: BUSY_WORDS[status] }]);
    // A cancelled event stays cancelled; CONFIRMED only takes the place of a TENTATIVE that is no longer true.
    const was = valueOf(event, 'STATUS').toUpperCase();
    if (status === 'tentative' && was !== 'CANCELLED') setProperty(event, 'STATUS', [{ value: 'TENTATIVE' }]);
    else if (was === 'TENTATIVE') setProperty(event, 'STATUS', [{ value: 'CONFIRMED' }]);
  },
};

const CLASSES: Readonly<Record<Sensitivity, string>> = { normal: 'PUBLIC', personal: 'PRIVATE', private: 'PRIVATE', confidential: 'CONFIDENTIAL' };
const OWN = 'X-M2KSYNC-SENSITIVITY';

/**
 * CLASS has no word for Outlook's "personal", and Mail2000 keeps CLASS as a number (mail2000-and-dav 1.6), so that a word of our own
 * might come back as public. It is written as PRIVATE with an X- property beside, which counts only while CLASS still is PRIVATE.
 * An unknown CLASS is private (RFC 5545 section 3.8.1.3).
 */
export const sensitivityRow: Row<EventObject, Sensitivity> = {
  read({ event }) {
    const word = valueOf(event, 'CLASS').toUpperCase();
    if (word === '' || word === 'PUBLIC') return 'normal';
    if (word === 'CONFIDENTIAL') return 'confidential';
    return valueOf(event, OWN).toUpperCase() === 'PERSONAL' ? 'personal' : 'private';
  },
  write({ event }, sensitivity) {
    if (sensitivity === 'normal' && !property(event, 'CLASS')) return;
    setProperty(event, 'CLASS', [{ value: CLASSES[sensitivity] }]);
    if (sensitivity === 'personal') setProperty(event, OWN, [{ value: 'PERSONAL' }]);
    else removeProperty(event, OWN);
  },
};

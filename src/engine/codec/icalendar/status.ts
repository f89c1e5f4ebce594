// How an event counts: free or busy (TRANSP, STATUS, Outlook's X- property), called off (STATUS), how much it matters (PRIORITY), for whose eyes it is (CLASS).
import type { BusyStatus, Importance, Sensitivity } from '../../model/event.js';
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

/** Whoever calls an event off leaves it in the calendars; CONFIRMED only takes the place of a CANCELLED that is no longer true. */
export const cancelledRow: Row<EventObject, boolean> = {
  read: ({ event }) => valueOf(event, 'STATUS').toUpperCase() === 'CANCELLED',
  write(object, cancelled) {
    if (cancelled) setProperty(object.event, 'STATUS', [{ value: 'CANCELLED' }]);
    else if (cancelledRow.read(object)) setProperty(object.event, 'STATUS', [{ value: busyStatusRow.read(object) === 'tentative' ? 'TENTATIVE' : 'CONFIRMED' }]);
  },
};

const PRIORITIES: Readonly<Record<Importance, string>> = { high: '1', normal: '5', low: '9' };
const IMPORTANCES: Readonly<Record<string, Importance>> = { 0: 'low', 1: 'normal', 2: 'high' };

/** RFC 5545 section 3.8.1.9: 1-4 high, 5 and 0 normal, 6-9 low. Outlook's own property counts where PRIORITY is missing (MS-OXCICAL). */
export const importanceRow: Row<EventObject, Importance> = {
  read({ event }) {
    const priority = Number.parseInt(valueOf(event, 'PRIORITY'), 10);
    if (!property(event, 'PRIORITY')) return IMPORTANCES[valueOf(event, 'X-MICROSOFT-CDO-IMPORTANCE')] ?? 'normal';
    return priority >= 1 && priority <= 4 ? 'high' : priority >= 6 && priority <= 9 ? 'low' : 'normal';
  },
  write(object, importance) {
    if (importanceRow.read(object) !== importance) setProperty(object.event, 'PRIORITY', [{ value: PRIORITIES[importance] }]);
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

// The side contract on Outlook: outlook-side, the wire, Host.psm1, the lab's Outlook; on both kinds of store, and with 5.1's manners.
import test from 'ava';
import { shells } from '../ps-host/desk.js';
import { contractOnOutlook } from '../ps-host/outlook-contract.js';

contractOnOutlook(test, { 'Outlook with Exchange': '{}' }, { expanded: true });
contractOnOutlook(test, { 'Outlook with a PST, from 5.1': '{}' }, { storeKind: 'Pst', shell: shells.find(({ name }) => name === 'Desktop') ?? shells[0]! });

import { startXandikos } from '../support/servers/xandikos.js';
import { contractOn } from './contract-on.js';

contractOn('xandikos', () => startXandikos());

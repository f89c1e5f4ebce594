import { startRadicale } from '../support/servers/radicale.js';
import { contractOn } from './contract-on.js';

contractOn('radicale', () => startRadicale());

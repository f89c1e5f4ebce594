import { startSabre } from '../support/servers/sabre.js';
import { contractOn } from './contract-on.js';

contractOn('sabre-twin', () => startSabre({ twin: true }));

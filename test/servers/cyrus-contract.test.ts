import { startCyrus } from '../support/servers/cyrus.js';
import { contractOn } from './contract-on.js';

contractOn('cyrus', () => startCyrus());

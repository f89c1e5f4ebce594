// Desk rules 3, 21: all of host.test.ts with 5.1's manners.
import { runIn } from './desk.js';

runIn('Desktop');
await import('./host.test.js');

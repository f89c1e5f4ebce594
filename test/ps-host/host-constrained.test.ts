// Desk rules 3, 21: all of host.test.ts in a Constrained session, where policy trusts its module.
import { runIn } from './desk.js';

runIn('Constrained');
await import('./host.test.js');

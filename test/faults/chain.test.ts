import { chainOf } from './seeded-chain.js';

chainOf({ faulty: 6, seed: 3 });

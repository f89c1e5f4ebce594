import { chainOf } from '../faults/seeded-chain.js';

chainOf({ faulty: 100, seed: 100 });

// The lab's entry to the engine, for tests that start it as a process.
import { fileURLToPath } from 'node:url';

/** As one file where the suite has made it one (scripts/bundle.mjs), else as it was compiled. */
export const LAB_ENGINE = process.env['M2K_LAB_ENGINE'] ?? fileURLToPath(new URL('../../lab/engine/m2ksync-lab.js', import.meta.url));

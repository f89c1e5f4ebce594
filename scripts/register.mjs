// For `npm run dev`: TypeScript straight from the sources. Types are checked by tsc, not here.
import { register } from 'node:module';

register('ts-node/esm/transpile-only', import.meta.url);

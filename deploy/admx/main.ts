// npm run admx: writes the administrative templates.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../../src/engine/config/settings.js';
import { admx, adml } from './templates.js';

const at = (path: string): string => fileURLToPath(new URL(`../../../deploy/admx/${path}`, import.meta.url));

writeFileSync(at('M2KSync.admx'), admx());
for (const language of LANGUAGES) {
  mkdirSync(at(language), { recursive: true });
  writeFileSync(at(`${language}/M2KSync.adml`), adml(language));
}

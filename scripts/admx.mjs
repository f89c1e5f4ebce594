// npm run admx: makes the clone ready and writes the administrative templates.
import { setup } from './setup.mjs';
import { run } from './run.mjs';

const { node } = setup();
process.exitCode = await run(node, ['dist/deploy/admx/main.js']);

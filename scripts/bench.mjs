// npm run bench -- <name>: makes the clone ready, runs a bench of bench/ and prints its figures.
import { setup } from './setup.mjs';
import { run } from './run.mjs';

const { node } = setup();
process.exitCode = await run(node, ['dist/bench/main.js', ...process.argv.slice(2)]);

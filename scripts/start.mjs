// npm start: makes the clone ready and shows the product at work. `-- --shell` leaves a PowerShell prompt with module and lab live.
import { setup } from './setup.mjs';
import { run } from './run.mjs';

const { node, shell } = setup();
process.exitCode = await run(node, ['dist/lab/tour/main.js', ...(shell === null ? ['--without-powershell'] : ['--powershell', shell]), ...process.argv.slice(2)]);

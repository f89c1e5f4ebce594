// npm run desk: the tour of npm start on a Windows desk under Wine; `-- --shell` leaves a prompt of that desk's PowerShell with module and Outlook live.
import { withDesk } from './desk-session.mjs';
import { run } from './run.mjs';

process.exitCode = await withDesk(({ file, linuxNode }) => run(linuxNode, ['dist/lab/desk/main.js', '--desk', file, ...process.argv.slice(2)]));

// The server as a process of its own: prints one JSON line when ready, ends on SIGTERM or when its standard input ends.
import { parseArgs } from 'node:util';
import { officeSeed, smallOffice } from './office-seed.js';
import { parseQuirks } from './quirks.js';
import { startMail2000 } from './server.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    data: { type: 'string' },
    quirks: { type: 'string', multiple: true, default: [] },
    office: { type: 'string', default: 'full' },
    week: { type: 'string' },
  },
});

const server = await startMail2000({
  port: Number(values.port),
  quirks: parseQuirks(values.quirks),
  office: values.office === 'small' ? smallOffice() : officeSeed(values.week),
  ...(values.data === undefined ? {} : { dataFile: values.data }),
});

let ending = false;
const end = (): void => {
  if (ending) return;
  ending = true;
  void server.close().then(() => { process.exit(0); });
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
process.stdin.on('end', end).resume();
process.stdout.write(`${JSON.stringify({ origin: server.origin })}\n`);

// The server as a process of its own: prints {"origin": ...} when ready, answers control lines, ends on SIGTERM or when its input ends.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { control } from './control.js';
import { officeSeed, smallOffice } from './office-seed.js';
import { parseQuirks } from './quirks.js';
import { startMail2000 } from './server.js';

const usage = 'Usage: main.js [--port N] [--data FILE] [--quirks name=value,...]... [--office full|small] [--week YYYY-MM-DD]';

function settings() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' }, data: { type: 'string' }, quirks: { type: 'string', multiple: true, default: [] },
      office: { type: 'string', default: 'full' }, week: { type: 'string' },
    },
  });
  if (!/^\d{1,5}$/.test(values.port)) throw new Error(`--port takes a number, not "${values.port}"`);
  if (values.office !== 'full' && values.office !== 'small') throw new Error(`--office takes full or small, not "${values.office}"`);
  return {
    port: Number(values.port), quirks: parseQuirks(values.quirks), office: values.office === 'small' ? smallOffice() : officeSeed(values.week),
    ...(values.data === undefined ? {} : { dataFile: values.data }),
  };
}

async function main(): Promise<void> {
  const server = await startMail2000(settings());
  const print = (value: unknown): void => { process.stdout.write(`${JSON.stringify(value)}\n`); };
  const lines = createInterface({ input: process.stdin });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => { lines.close(); });
  print({ origin: server.origin });
  for await (const line of lines) if (line.trim() !== '') print(control(line, server));
  await server.close();
}

main().then(() => { process.exit(0); }, (error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n${usage}\n`);
  process.exitCode = 2;
});

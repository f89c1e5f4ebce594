// A shell that speaks the host's wire and misbehaves on request: node-powershell's defects (reference 1.3) can be met without PowerShell.
// Run as a program. M2K_STANDIN: words of crlf, coalesce, stillborn. M2K_STANDIN_LOG: file that gets argv and every line of stdin.
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

interface Payload {
  readonly op: string;
  readonly request: { readonly act?: string; readonly value?: unknown; readonly code?: number; readonly failure?: unknown };
}

const words = new Set((process.env['M2K_STANDIN'] ?? '').split(','));
const logFile = process.env['M2K_STANDIN_LOG'];
const lineEnd = words.has('crlf') ? '\r\n' : '\n';
const PAGE = 700_000;

let ipcFolder = '';
let waiting = '';
let pending: { readonly id: string; readonly pages: readonly string[]; next: number } | undefined;
let silent = false;

const log = (text: string): void => {
  if (logFile) appendFileSync(logFile, `${text}\n`);
};

function print(text: string): void {
  if (!words.has('coalesce')) {
    process.stdout.write(text);
    return;
  }
  if (waiting === '') setTimeout(flush, 15);
  waiting += text;
}

function flush(): void {
  process.stdout.write(waiting);
  waiting = '';
}

function reply(id: string, envelope: unknown): void {
  const base64 = Buffer.from(JSON.stringify(envelope)).toString('base64');
  pending = { id, pages: base64.match(new RegExp(`.{1,${PAGE}}`, 'g')) ?? [''], next: 0 };
  page();
}

function page(): void {
  if (!pending) return;
  print(`${lineEnd}M2K1 ${pending.id} ${pending.next + 1}/${pending.pages.length} ${pending.pages[pending.next]}${lineEnd}`);
  pending.next += 1;
}

function act(id: string, { op, request }: Payload): void {
  log(`op ${op} ${request.act ?? ''}`);
  if (request.failure) return reply(id, { ok: false, value: request.failure });
  switch (request.act) {
    case '=exit': return process.exit(request.code ?? 0);
    case '=kill': return void process.kill(process.pid, 'SIGKILL');
    case '=hang': silent = true; return;
    case '=no reply': return print(`all is well${lineEnd}`);
    case '=another reply': return reply('0'.repeat(32), { ok: true, value: null });
    case '=noise':
      process.stderr.write(`WARNING: progress${lineEnd}`);
      process.stdout.write(Buffer.from([0xa4, 0xa4, 0xa4, 0xe5, 0x0a]));
      return reply(id, { ok: true, value: request.value ?? null });
    case '=pid': return reply(id, { ok: true, value: process.pid });
    default: return reply(id, { ok: true, value: op === 'open' ? { startedOutlook: true } : (request.value ?? null) });
  }
}

function invoke(id: string): void {
  if (pending?.id === id) return page();
  const file = join(ipcFolder, `${id}.json`);
  const payload = JSON.parse(readFileSync(file, 'utf8'), (_key, value: unknown) => {
    if (typeof value !== 'string' || !value.startsWith('#')) return value;
    const long = join(ipcFolder, `${id}.${value.slice(1)}.txt`);
    const text = readFileSync(long, 'utf8');
    rmSync(long);
    return `=${text}`;
  }) as Payload;
  rmSync(file);
  act(id, payload);
}

function obey(line: string): void {
  log(`in ${line}`);
  if (silent) return;
  const folder = /^Import-Module .* -ArgumentList '((?:[^']|'')*)', \d+$/.exec(line);
  if (folder) ipcFolder = folder[1]!.replace(/''/g, "'");
  const mark = /^Write-M2KMark (\w{16})( -ToError)?$/.exec(line);
  if (mark && mark[2]) process.stderr.write(mark[1]!);
  else if (mark) print(mark[1]!);
  const mode = /^Get-M2KLanguageMode ([0-9a-f]{32}) \$ExecutionContext\.SessionState\.LanguageMode$/.exec(line);
  if (mode) reply(mode[1]!, { ok: true, value: { languageMode: '=FullLanguage' } });
  const request = /^Invoke-M2KRequest ([0-9a-f]{32})$/.exec(line);
  if (request) invoke(request[1]!);
}

log(`argv ${process.argv.slice(2).join(' ')}`);
log(`env ${Object.keys(process.env).sort().join(' ')}`);
// 'stillborn': the first process ends with 2 before it says anything, as powershell.exe was seen to; the next one lives.
if (words.has('stillborn') && !existsSync(`${logFile}.born`)) {
  writeFileSync(`${logFile}.born`, '');
  process.exit(2);
}
const policy = [...words].find((word) => /^exit\d+$/.test(word));
if (policy) process.exit(Number(policy.slice(4)));
if (words.has('mute')) silent = true;
createInterface({ input: process.stdin }).on('line', obey).on('close', () => {
  log('end of stdin');
  flush();
  process.exit(0);
});

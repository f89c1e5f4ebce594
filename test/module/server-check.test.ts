// What Test-M2KServer leaves in a file for a report to others (issue of the servers, item 7; mission B9).
import test from 'ava';
import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { officeSeed } from '../../lab/mail2000/office-seed.js';
import { CONNECT, bench, quoted } from './cmdlet-bench.js';

test('B9: `Test-M2KServer` gives a verdict a feature, tries writing only when told to, and leaves figures for others that name no person, address, host, collection or item', async (t) => {
  const { run, engine, server } = await bench(t, { office: officeSeed() });
  // Headers are a server's own words, and may name it.
  Object.assign(server.quirks, { sabreVersion: `3.2.1 mail.example.com.tw (xiaoming@example.com.tw) ${new URL(server.origin).host}` });
  const before = server.office.collections().map((one) => one.list().length), path = join(engine.root, 'report.json');
  const { said } = await run(`${CONNECT}; $rows = @(Test-M2KServer)
$said.read = @($rows[0].PSObject.TypeNames[0], ($rows | Where-Object Row -EQ 'M10').Verdict)
$said.written = (Test-M2KServer -Write -Export ${quoted(path)} | Where-Object Row -EQ 'M10').Verdict`);
  t.deepEqual(said, { read: ['M2KSync.ServerCheck', 'unknown'], written: 'yes' });
  t.deepEqual(server.office.collections().map((one) => one.list().length), before);

  const report = readFileSync(path, 'utf8'), measured = JSON.parse(report) as { readonly read: { readonly calendars: number; readonly sabre: string } };
  t.true(measured.read.calendars > 1);
  const people = server.office.users().flatMap(({ email, name, password }) => [email, email.split('@')[0]!, encodeURIComponent(email), name, password]);
  const places = server.office.collections().flatMap((one) => [one.path, decodeURIComponent(one.path), one.displayName, one.path.split('/').at(-2) ?? '', ...one.list().flatMap(({ name, uid }) => [name, uid ?? ''])]);
  const machine = [server.origin, new URL(server.origin).host, '127.0.0.1', server.office.domain, 'example', hostname(), engine.root, 'm2ksync-probe'];
  const own = new Set(report.split(/[^\w.-]+/));
  // 'default' or 'm1' would be found inside words of ours: short names count as whole words.
  const told = [...people, ...places, ...machine, ...(userInfo().username === 'root' ? [] : [userInfo().username])].filter((name) => !/^\d{0,2}$/.test(name) && (name.length < 5 ? own.has(name) : report.includes(name)));
  t.deepEqual([...new Set(told)], []);
  t.is(measured.read.sabre, '3.2.1 *** (***) ***');
  t.true(people.length + places.length > 60);
});

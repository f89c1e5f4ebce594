// npm run net472: writes test/module/net472.json, what .NET Framework 4.7.2 and Windows PowerShell 5.1 have of the types that our scripts use. The gate in
// test/module/windows-powershell.test.ts names a type that is missing there.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, setup } from '../setup.mjs';

const { node } = setup(), shell = join(ROOT, 'lab', 'pwsh', 'bin', 'Release', 'net10.0', 'm2k-pwsh');
const names = execFileSync(node, ['dist/test/module/used-types.js'], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, M2K_TEST_SHELL: shell } });
const said = execFileSync('dotnet', ['run', fileURLToPath(new URL('members.cs', import.meta.url))], { input: names, encoding: 'utf8' });
const table = Object.fromEntries(said.split('\n').filter((line) => line.includes('\t')).sort().map((line) => {
  const [name, members] = line.split('\t');
  return [name, members.split(' ')];
}));
writeFileSync(join(ROOT, 'test', 'module', 'net472.json'), `${JSON.stringify(table, undefined, 0).replaceAll('],"', '],\n"')}\n`);

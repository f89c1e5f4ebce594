import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';

const lab = fileURLToPath(new URL('../../../../lab/pwsh/', import.meta.url));

const cmdletsIn = (folder: string): string[] =>
  readdirSync(join(lab, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.cs'))
    .flatMap((name) => [...readFileSync(join(lab, folder, name), 'utf8').matchAll(/\[Cmdlet\((?:Verbs\w+\.)?"?(\w+)"?, "(\w+)"/gu)])
    .map((match) => `${match[1] ?? ''}-${match[2] ?? ''}`)
    .sort();

const exportedBy = (manifest: string): string[] =>
  [...(/CmdletsToExport = @\(([^)]*)\)/u.exec(readFileSync(manifest, 'utf8'))?.[1] ?? '').matchAll(/'([^']+)'/gu)].map((match) => match[1] ?? '').sort();

for (const folder of ['Utility', 'Management', 'Security']) {
  test(`the manifest of Microsoft.PowerShell.${folder} exports every cmdlet of its folder and no other`, (t) => {
    const name = `Microsoft.PowerShell.${folder}`;
    const cmdlets = cmdletsIn(folder);
    t.true(cmdlets.length > 0);
    t.deepEqual(exportedBy(join(lab, 'Modules', name, `${name}.psd1`)), cmdlets);
  });
}

// The engine as one file, and the licences of what is in it.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { ROOT } from './setup.mjs';

/** Writes a file of the engine with all that it imports, as it is shipped. */
export const bundleOf = (entry, out) =>
  bundle({
    entryPoints: [join(ROOT, 'src', 'engine', entry)], outfile: out, minify: true, metafile: true, legalComments: 'none',
    plugins: [{ name: 'layout', setup: (run) => { run.onResolve({ filter: /^\.\/installed\.js$/ }, () => ({ path: join(ROOT, 'deploy', 'release', 'installed.ts') })); } }],
  });

/** Writes the bundle; gives the folders of the packages that are in it. */
export async function bundleEngine(out) {
  const { metafile } = await bundleOf('cli/m2ksync.ts', out);
  const packages = new Set(Object.keys(metafile.inputs).flatMap((file) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []));
  return [...packages].sort();
}

/** @throws Error where a package says nothing of its licence */
export function noticesOf(packages) {
  return packages.map((name) => {
    const folder = join(ROOT, 'node_modules', name), { version, license, homepage = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = existsSync(folder) ? readdirSync(folder).find((one) => /^licen[cs]e(\.|$|-)/i.test(one)) : undefined;
    if (license === undefined && file === undefined) throw new Error(`${name} says nothing of its licence`);
    return `${'='.repeat(80)}\n${name} ${version} (${typeof license === 'string' ? license : 'see below'}) ${homepage}\n\n${file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim()}\n`;
  }).join('\n');
}

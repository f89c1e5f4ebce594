// What scripts/msi-test.mjs has made for these tests.
import { readFileSync } from 'node:fs';

export interface About {
  /** The folder of the Windows they are run in, on Linux. */
  readonly prefix: string;
  readonly version: string;
  /** The release after this one: signed. */
  readonly next: string;
  readonly folders: Readonly<Record<'now' | 'next', string>>;
  readonly msis: Readonly<Record<'now' | 'next', string>>;
  /** memory-sync.ts as one file. */
  readonly program: string;
  /** probe.c as a program. */
  readonly probe: string;
  /** PKCS #12, whose password is the first line of the file. */
  readonly certificate: string;
  readonly passwordFile: string;
  /** Who stands behind the signatures. */
  readonly authorities: string;
  /** Where a test may make a release of its own. */
  readonly signedOut: string;
  /** What `npm run release` made, with the Node that is shipped. */
  readonly released: string;
  readonly releaseFolder: string;
}

/** @throws Error when nothing is made */
export function readAbout(): About {
  const file = process.env['M2K_MSI'];
  if (file === undefined) throw new Error('There is nothing to test: run these tests by "npm run test:msi".');
  return JSON.parse(readFileSync(file, 'utf8')) as About;
}

export type Row = Readonly<Record<string, string>>;

interface MsiTools {
  tableOf(msi: string, table: string): readonly Row[];
}
interface SourceTools {
  placed(folder: string): readonly { readonly source: string; readonly root: 'INSTALLDIR' | 'MODULEDIR'; readonly path: string; readonly id: string }[];
}
interface SignTools {
  signable(folder: string): readonly string[];
  /** @throws Error */
  verify(file: string, about: { readonly authorities: string }): string;
}

const script = (name: string): string => new URL(`../../../scripts/${name}`, import.meta.url).href;
export const { tableOf } = await import(script('msi-build.mjs')) as MsiTools;
export const { placed } = await import(script('msi-source.mjs')) as SourceTools;
export const { signable, verify } = await import(script('sign.mjs')) as SignTools;

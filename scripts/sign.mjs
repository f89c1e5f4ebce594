// Authenticode by Debian's osslsigncode. The password is read from a file: arguments are seen by every user of the computer.
import { spawnSync } from 'node:child_process';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { onPath } from './setup.mjs';

/** What Windows asks for a signature: programs and installers, and under AllSigned every script and what the module loads with it. */
const SIGNED = new Set(['.exe', '.msi', '.ps1', '.psm1', '.psd1', '.ps1xml']);

/** @throws Error with what the tool said */
function osslsigncode(args) {
  const command = onPath('osslsigncode');
  if (command === undefined) throw new Error('Signing needs the package osslsigncode: apt-get install -y --no-install-recommends osslsigncode (as root).');
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`osslsigncode ${args[0]} ${args.at(-1)}: ${done.stdout}${done.stderr}`);
  return done.stdout;
}

/** `certificate`: a PKCS #12 file. @throws Error where it cannot be signed */
export function sign(file, { certificate, passwordFile, timestamp }) {
  const signed = `${file}.signed`;
  rmSync(signed, { force: true });
  osslsigncode(['sign', '-pkcs12', certificate, ...(passwordFile === undefined ? [] : ['-readpass', passwordFile]), '-h', 'sha256', '-n', 'M2KSync', ...(timestamp === undefined ? [] : ['-ts', timestamp]), '-in', file, '-out', signed]);
  renameSync(signed, file);
}

/** What of a release folder bears our signature; node.exe has that of its makers. */
export const signable = (folder) => readdirSync(folder, { recursive: true }).filter((name) => SIGNED.has(extname(name)) && basename(name) !== 'node.exe').map((name) => join(folder, name));

/** `authorities`: PEM file of what is trusted. @throws Error where there is no signature, or another file's, or nobody trusted stands behind it */
export const verify = (file, { authorities }) => osslsigncode(['verify', '-CAfile', authorities, '-in', file]);

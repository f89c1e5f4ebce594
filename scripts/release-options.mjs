// What `npm run release -- ...` may be told.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

const USAGE = `npm run release -- [--out FOLDER] [--certificate FILE.pfx [--password-file FILE] [--timestamp URL]]
  --out            where it is made; what is there is removed first. .lab/release where it is not told
  --certificate    signs scripts, programs and the MSI with this PKCS #12 file (osslsigncode)
  --password-file  a file whose first line is its password
  --timestamp      an RFC 3161 time stamp server, so that signatures outlive the certificate`;

/** { out, signing }: signing is undefined where nothing is to be signed. Ends the process with 2 for what is not understood. */
export function optionsFrom(args) {
  try {
    const { values } = parseArgs({ args, options: { out: { type: 'string' }, certificate: { type: 'string' }, 'password-file': { type: 'string' }, timestamp: { type: 'string' } } });
    const { out, certificate, 'password-file': passwordFile, timestamp } = values;
    if (certificate === undefined && (passwordFile ?? timestamp) !== undefined) throw new Error('--certificate is missing.');
    const missing = [certificate, passwordFile].find((file) => file !== undefined && !existsSync(file));
    if (missing !== undefined) throw new Error(`There is no ${missing}.`);
    return { out, signing: certificate === undefined ? undefined : { certificate, passwordFile, timestamp } };
  } catch (error) {
    process.stderr.write(`${error.message}\n${USAGE}\n`);
    return process.exit(2);
  }
}

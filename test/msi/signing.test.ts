// Signatures, by a certificate made for the test: under AllSigned Windows runs a script with a trusted one and no other (desk-rules.md 14).
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import test from 'ava';
import { root } from '../desk/windows.js';
import { readAbout, signable, verify } from './about.js';

const { folders, msis, authorities, certificate, passwordFile, signedOut, version } = readAbout();
const scratch = mkdtempSync(join(tmpdir(), 'm2k-signed-'));

test('every script, program and the MSI bears a signature that holds; node.exe keeps that of its makers', (t) => {
  const files = signable(folders.next);
  t.true(files.length > 100);
  t.deepEqual([...new Set(files.map((file) => extname(file)))].sort(), ['.exe', '.ps1', '.ps1xml', '.psd1', '.psm1']);
  t.false(files.some((file) => basename(file) === 'node.exe'));
  for (const file of [...files, msis.next]) t.notThrows(() => verify(file, { authorities }), file);
  t.throws(() => verify(msis.now, { authorities }), { message: /osslsigncode verify/u }, 'this one is not signed');
});

test('what was changed after it was signed does not verify, and neither does what somebody else signed', (t) => {
  for (const name of ['M2KSync.psm1', 'src/module/M2KSync.Format.ps1xml', 'zh-TW/M2KSync.Strings.psd1']) {
    const changed = join(scratch, basename(name)), text = readFileSync(join(folders.next, name));
    copyFileSync(join(folders.next, name), changed);
    t.notThrows(() => verify(changed, { authorities }));
    t.deepEqual(text.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])), readFileSync(join(folders.now, name)).subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])), 'its byte order mark is as it was');
    // One letter of its first comment or element; what follows the signature is Windows' business, osslsigncode passes over it.
    writeFileSync(changed, readFileSync(changed, 'latin1').replace(/[a-z]/u, 'Z'), 'latin1');
    t.throws(() => verify(changed, { authorities }), undefined, name);
  }
  const own = join(folders.next, 'M2KSync.psm1');
  t.throws(() => verify(own, { authorities: '/etc/ssl/certs/ca-certificates.crt' }));
});

test('npm run release with a certificate: what it makes is signed, in the zip and the MSI as well, and a certificate that is not there is told before anything is made', (t) => {
  const released = (...args: readonly string[]) => spawnSync(process.execPath, ['scripts/release.mjs', '--out', signedOut, ...args], { cwd: root, encoding: 'utf8' });
  for (const args of [['--certificate', '/nowhere.pfx'], ['--password-file', passwordFile], ['--certificate', certificate, '--timestamps', 'x']]) {
    const { status, stderr } = released(...args);
    t.is(status, 2, stderr);
    t.regex(stderr, /--certificate/u);
  }
  t.false(existsSync(signedOut));
  const { status, stdout, stderr } = released('--certificate', certificate, '--password-file', passwordFile);
  t.is(status, 0, stderr);
  const files = signable(join(signedOut, 'M2KSync'));
  t.regex(stdout, new RegExp(`, ${files.length + 1} files signed, \\d+ s\n$`, 'u'));
  const msi = join(signedOut, `M2KSync-${version}.msi`), unpacked = join(signedOut, 'unpacked');
  for (const file of [...files, msi]) t.notThrows(() => verify(file, { authorities }), file);
  t.is(spawnSync('unzip', ['-q', join(signedOut, `M2KSync-${version}.zip`), '-d', unpacked]).status, 0);
  t.is(spawnSync('msiextract', ['-C', join(signedOut, 'extracted'), msi]).status, 0);
  const extracted = readdirSync(join(signedOut, 'extracted'), { recursive: true, encoding: 'utf8' }), launcher = extracted.find((name) => name.endsWith('m2ksync-run.exe'));
  for (const file of [join(unpacked, 'M2KSync', 'M2KSync.psm1'), join(signedOut, 'extracted', launcher ?? '?')]) t.notThrows(() => verify(file, { authorities }), file);
});

// Signatures, by a certificate made for the test: under AllSigned Windows runs a script with a trusted one and no other (desk-rules.md 14).
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import test from 'ava';
import { readAbout, signable, verify } from './about.js';

const { folders, msis, authorities } = readAbout();
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

import test from 'ava';
import { HUA, MEI, MING, SIGNED_DATA } from '../../../support/certificates.js';
import { body, card, newCard, read, written } from './over.js';

const PGP = 'KEY;TYPE=PGP:http://example.com/k.asc';

/** As it stands in a text: lines of 75 octets. */
const folded = (line: string): readonly string[] => [line.slice(0, 75), ...(line.slice(75).match(/.{1,74}/g) ?? []).map((rest) => ` ${rest}`)];

test('certificates are read in every spelling, whatever order they stand in; other keys are none', (t) => {
  const expected = [MEI, MING].sort();
  t.deepEqual(read(card([`KEY;TYPE=X509;ENCODING=b:${MING}`, `item1.KEY;ENCODING=B:${MEI}`, PGP])).certificates, expected);
  t.deepEqual(read(card([`KEY:data:application/pkix-cert;base64,${MEI}`, `KEY;MEDIATYPE=application/pkix-cert:data:application/x-x509-ca-cert;base64\\,${MING}`], '4.0')).certificates, expected);
  t.deepEqual(read(card([`KEY;X509;ENCODING=BASE64:\r\n ${MEI.slice(0, 100)}\r\n ${MEI.slice(100)}\r\n`], '2.1')).certificates, [MEI]);
  for (const none of [PGP, 'KEY:', 'KEY;ENCODING=b:aGVsbG8=', `KEY;ENCODING=b:${SIGNED_DATA}`, `KEY;ENCODING=b:${MEI.slice(0, -12)}`, `KEY;ENCODING=b:${Buffer.concat([Buffer.from(MEI, 'base64'), Buffer.from([0])]).toString('base64')}`]) {
    t.deepEqual(read(card([none])).certificates, [], none.slice(0, 40));
  }
});

test('one more certificate is a line more, one less a line less; every other key stays byte for byte', (t) => {
  const before = card([PGP, ...folded(`item1.KEY;X-NOTE=mine;ENCODING=b:${MEI}`), 'item1.X-ABLABEL:work', `KEY;ENCODING=b:${SIGNED_DATA}`]);
  const more = written(before, { certificates: [HUA, MEI].sort() });
  t.true(more.includes(before.slice(before.indexOf('KEY'), before.indexOf('END:VCARD'))));
  t.deepEqual(read(more).certificates, [HUA, MEI].sort());
  t.deepEqual(body(written(before, { certificates: [] })), [PGP, `KEY;ENCODING=b:${SIGNED_DATA}`]);
});

test('a new card has them as its version spells them, and the second reader takes it', (t) => {
  const line = (version: '3.0' | '4.0') => newCard(version, { certificates: [MEI] }).replaceAll('\r\n ', '').split('\r\n').find((one) => one.startsWith('KEY'));
  t.is(line('3.0'), `KEY;ENCODING=b;TYPE=X509:${MEI}`);
  t.is(line('4.0'), `KEY:data:application/pkix-cert;base64,${MEI}`);
});

import test from 'ava';
import { isCertificate } from '../../../../src/engine/codec/contact/certificates.js';
import { contactCodec } from '../../../../src/engine/codec/outlook/contact.js';
import type { ItemRecord } from '../../../../src/ps-host/item-record.js';
import { HUA, MEI, MING, SIGNED_DATA } from '../../../support/certificates.js';
import { NO_FIELDS } from '../../../support/an-event.js';
import { afterSteps, newContactRecord } from '../../../support/contact-record.js';

const codec = contactCodec({ zone: 'Taipei Standard Time', listSeparator: ',' });
const SCHEMA = 'http://schemas.microsoft.com/mapi/proptag/0x3A701102';

const stepsTo = (current: ItemRecord, certificates: readonly string[]) => codec.steps({ fields: { ...NO_FIELDS, certificates }, chosen: new Set(['certificates']), current });
const after = (current: ItemRecord, certificates: readonly string[]): ItemRecord => afterSteps(current, stepsTo(current, certificates), { homePageFollows: false });
const holding = (...values: readonly string[]): ItemRecord => ({ ...newContactRecord(codec.members), properties: { certificates: values } });
const valuesOf = (record: ItemRecord): unknown => record.properties?.['certificates'];

/** As the reference programs write a value (MS-OXOABK 2.2.4.36): version 1, certificate, encoding 1, defaults 7, no algorithms. */
function valueWith(certificate: string): string {
  const octets = Buffer.from(certificate, 'base64'), length = Buffer.alloc(2);
  length.writeUInt16LE(octets.length + 4);
  return Buffer.concat([Buffer.from('010008000100000003 00'.replace(' ', ''), 'hex'), length, octets, Buffer.from('0600080001000000200008000700000002000400', 'hex')]).toString('base64');
}

test('a certificate is read out of the settings of its value, wherever it stands among them', (t) => {
  t.deepEqual(codec.read(holding(valueWith(HUA), valueWith(MEI))).certificates, [HUA, MEI].sort());
  t.deepEqual(codec.read(newContactRecord(codec.members)).certificates, []);
  t.deepEqual(codec.read({ ...holding(), properties: { certificates: null } }).certificates, []);
});

test('what a value says otherwise is no certificate, and never an error', (t) => {
  const cut = Buffer.from(valueWith(MEI), 'base64').subarray(0, 100).toString('base64');
  for (const value of [SIGNED_DATA, '', 'AQ==', 'AQAIAAEAAAA=', 'AwAAAA==', cut, valueWith('aGVsbG8=')]) t.deepEqual(codec.read(holding(value)).certificates, [], value.slice(0, 20));
});

test('a new one is written as Outlook writes one for S/MIME; the first is the one that is used', (t) => {
  const [step] = stepsTo(newContactRecord(codec.members), [MING]);
  const octets = Buffer.from(MING, 'base64'), length = octets.length + 4;
  const expected = Buffer.concat([Buffer.from('0100080001000000', 'hex'), Buffer.from([3, 0, length & 255, length >> 8]), octets, Buffer.from('0600080001000000', 'hex'), Buffer.from('2000080007000000', 'hex')]);
  t.deepEqual(step, { do: 'property', schema: SCHEMA, to: [expected.toString('base64')] });
  const two = after(after(newContactRecord(codec.members), [MING]), [HUA, MING].sort());
  t.deepEqual((valuesOf(two) as string[]).map((value) => Buffer.from(value, 'base64').at(-4)), [7, 0]);
  t.deepEqual(codec.read(two).certificates, [HUA, MING].sort());
});

test('values that stay are not rewritten, and those that are not ours to read stay', (t) => {
  const current = holding(SIGNED_DATA, valueWith(MEI), valueWith(HUA));
  t.deepEqual(stepsTo(current, [HUA, MEI].sort()), []);
  t.deepEqual(valuesOf(after(current, [HUA])), [SIGNED_DATA, valueWith(HUA)]);
  t.deepEqual(valuesOf(after(current, [])), [SIGNED_DATA]);
});

test('the last one cannot be taken out: it stays, counts no more, and counts again once the card has it again', (t) => {
  const gone = after(holding(valueWith(MEI)), []);
  t.deepEqual(valuesOf(gone), [valueWith(MEI)]);
  t.deepEqual(codec.read(gone).certificates, []);
  t.deepEqual(stepsTo(gone, []), []);
  const back = after(gone, [MEI]);
  t.deepEqual(codec.read(back).certificates, [MEI]);
  t.deepEqual(valuesOf(back), [valueWith(MEI)]);
  const other = after(gone, [HUA]);
  t.deepEqual(codec.read(other).certificates, [HUA]);
  t.is((valuesOf(other) as string[]).length, 1);
});

test('one that a setting has no room for stays on the server', (t) => {
  const size = Buffer.from([0x30, 0x83, 1, 0, 4, 0x30, 0x82, 0xff, 0xfa]), large = Buffer.concat([size, Buffer.alloc(0xfffa), Buffer.from([0x30, 0, 0x03, 1, 0])]);
  large.writeUIntBE(large.length - 5, 2, 3);
  t.true(isCertificate(large));
  t.deepEqual(codec.narrow({ ...NO_FIELDS, certificates: [large.toString('base64'), MEI] }).certificates, [MEI]);
});

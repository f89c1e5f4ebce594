// A contact's certificates: PR_USER_X509_CERTIFICATE, which no member shows. MS-OXVCARD 2.1.3.8.2 says that KEY goes there, MS-OXOABK 2.2.4.36 what stands there.
import { createHash } from 'node:crypto';
import type { Members } from '../../../ps-host/item-record.js';
import { canonicalCertificates, certificateOf } from '../contact/certificates.js';
import type { Row } from '../row.js';
import type { ContactItem } from './contact-item.js';

const SCHEMA = 'http://schemas.microsoft.com/mapi/proptag/0x3A701102';
const AS = 'certificates';

export const CERTIFICATE_PROPERTIES: NonNullable<Members['properties']> = [{ as: AS, schema: SCHEMA }];

/** User property: SHA-256 of certificates that are gone from the card and could not be taken out of the item. */
export const DISMISSED = 'M2KSyncDismissed';

/** Tags of MS-OXOABK 2.2.4.36.1 to 12; what else a value says (algorithms, names) is its own. */
const VERSION = 0x0001, CERTIFICATE = 0x0003, ENCODING = 0x0006, DEFAULTS = 0x0020;
const HEAD_OCTETS = 4;

/** A setting's length is told in 16 bits. */
const MOST_OCTETS = 0xffff - HEAD_OCTETS;

/**
 * A value that is not ours to read (SignedData, a hash instead of a certificate) stays. PropertyAccessor takes only custom properties away (OOM 2.5), and no page
 * says what an empty list does: the last certificate stays in Outlook, and the item bears that it counts no more.
 */
export const certificatesRow: Row<ContactItem, readonly string[]> = {
  read(item) {
    const dismissed = dismissedIn(item);
    return canonicalCertificates(valuesIn(item).flatMap((value) => certificateIn(value) ?? []).filter((one) => !dismissed.has(hashOf(one))));
  },
  write(item, certificates) {
    const values = valuesIn(item), all = values.flatMap((value) => certificateIn(value) ?? []);
    const kept = values.filter((value) => { const held = certificateIn(value); return held === null || certificates.includes(held); });
    const next = [...kept, ...certificates.filter((one) => !all.includes(one)).map((one, at) => valueOf(one, kept.length + at === 0))];
    if (next.length > 0 && (kept.length < values.length || next.length > kept.length)) item.steps.push({ do: 'property', schema: SCHEMA, to: next });
    const dismissed = (next.length > 0 ? [] : all).map(hashOf).join(' ');
    if (dismissed !== [...dismissedIn(item)].join(' ')) item.steps.push({ do: 'user', name: DISMISSED, to: dismissed });
  },
  narrow: (certificates) => canonicalCertificates(certificates).filter((one) => Buffer.byteLength(one, 'base64') <= MOST_OCTETS),
};

const hashOf = (certificate: string): string => createHash('sha256').update(certificate).digest('hex');

/** In base64, one a certificate. */
function valuesIn(item: ContactItem): readonly string[] {
  const held = item.properties?.[AS];
  return Array.isArray(held) ? held as readonly string[] : [];
}

function dismissedIn(item: ContactItem): ReadonlySet<string> {
  const text = item.user?.[DISMISSED];
  return new Set(typeof text === 'string' ? text.split(' ').filter(Boolean) : []);
}

/** Settings stand one behind the other: tag, length with both of these, data; numbers have their low octet first. */
function certificateIn(value: string): string | null {
  const octets = Buffer.from(value, 'base64');
  for (let at = 0; at + HEAD_OCTETS <= octets.length;) {
    const length = octets.readUInt16LE(at + 2);
    if (length < HEAD_OCTETS || at + length > octets.length) return null;
    if (octets.readUInt16LE(at) === CERTIFICATE) return certificateOf(octets.subarray(at + HEAD_OCTETS, at + length));
    at += length;
  }
  return null;
}

/** As Outlook writes one for S/MIME; `first`: it is the one that is used. */
function valueOf(certificate: string, first: boolean): string {
  const settings = [setting(VERSION, number(1)), setting(CERTIFICATE, Buffer.from(certificate, 'base64')), setting(ENCODING, number(1)), setting(DEFAULTS, number(first ? 7 : 0))];
  return Buffer.concat(settings).toString('base64');
}

function setting(tag: number, data: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_OCTETS);
  head.writeUInt16LE(tag);
  head.writeUInt16LE(HEAD_OCTETS + data.length, 2);
  return Buffer.concat([head, data]);
}

function number(value: number): Buffer {
  const octets = Buffer.alloc(4);
  octets.writeUInt32LE(value);
  return octets;
}

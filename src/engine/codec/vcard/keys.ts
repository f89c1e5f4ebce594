// KEY (RFC 2426 section 3.7.2, RFC 6350 section 6.8.1): certificates of X.509. Other keys (OpenPGP) and addresses of keys stay as they are.
import { canonicalCertificates, certificateOf } from '../contact/certificates.js';
import type { ContentLine } from '../content-lines/lines.js';
import type { Row } from '../row.js';
import { binaryLine, octetsOf } from './binary.js';
import { addLine, linesNamed, removeLine, type Card } from './card.js';

const KEY = 'KEY';

/** A line with a certificate that goes takes nothing else along; one that stays is not written. */
export const certificatesRow: Row<Card, readonly string[]> = {
  read: (card) => canonicalCertificates(linesNamed(card, KEY).map(certificateIn).filter((one) => one !== null)),
  write(card, certificates) {
    const held = new Set<string>();
    for (const line of linesNamed(card, KEY)) {
      const certificate = certificateIn(line);
      if (certificate === null) continue;
      if (certificates.includes(certificate)) held.add(certificate);
      else removeLine(card, line);
    }
    for (const certificate of certificates) {
      if (!held.has(certificate)) addLine(card, binaryLine(card, { name: KEY, octets: Buffer.from(certificate, 'base64'), media: 'application/pkix-cert', types: ['X509'] }));
    }
  },
  narrow: canonicalCertificates,
};

function certificateIn(line: ContentLine): string | null {
  const octets = octetsOf(line);
  return octets === null ? null : certificateOf(octets);
}

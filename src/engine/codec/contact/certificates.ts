// X.509 certificates as both sides mean them: DER in base64. Knows neither KEY nor Outlook's property.

/** Sorted, for neither side has an order that means anything; without what is no certificate. */
export function canonicalCertificates(texts: readonly string[]): readonly string[] {
  if (texts.length === 0) return texts;
  return [...new Set(texts.flatMap((text) => certificateOf(Buffer.from(text, 'base64')) ?? []))].sort();
}

/** As the field holds it; null where the octets are none. */
export const certificateOf = (octets: Buffer): string | null => (isCertificate(octets) ? octets.toString('base64') : null);

const SEQUENCE = 0x30, BIT_STRING = 0x03;

/** Certificate ::= SEQUENCE { tbsCertificate SEQUENCE, signatureAlgorithm SEQUENCE, signature BIT STRING } (RFC 5280 section 4.1), and nothing behind it. */
export function isCertificate(octets: Buffer): boolean {
  const whole = elementAt(octets, 0);
  if (whole?.tag !== SEQUENCE || whole.end !== octets.length) return false;
  let at = whole.from;
  for (const tag of [SEQUENCE, SEQUENCE, BIT_STRING]) {
    const part = elementAt(octets, at);
    if (part?.tag !== tag) return false;
    at = part.end;
  }
  return at === octets.length;
}

/** One element of DER, by its tag and length (X.690 section 8.1.3); null where it does not fit into the octets. */
function elementAt(octets: Buffer, at: number): { readonly tag: number; readonly from: number; readonly end: number } | null {
  const [tag, short] = octets.subarray(at, at + 2);
  if (tag === undefined || short === undefined) return null;
  const more = short < 0x80 ? 0 : short & 0x7f, from = at + 2 + more;
  if (short === 0x80 || more > 4 || from > octets.length) return null;
  const end = from + (more === 0 ? short : octets.readUIntBE(at + 2, more));
  return end <= octets.length ? { tag, from, end } : null;
}

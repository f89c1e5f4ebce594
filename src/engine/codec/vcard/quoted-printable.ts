// QUOTED-PRINTABLE with a charset, as vCard 2.1 has it and old Taiwanese exports use it (mail2000-and-dav 2.7, 5).

/**
 * `value` is unfolded, its soft breaks already out. Without `charset`: UTF-8 where the octets are that, else Big5, what
 * exporters in Taiwan wrote before UTF-8. Line ends come back as LF.
 */
export function decodeQuotedPrintable(value: string, charset?: string): string {
  const octets = Buffer.concat(
    [...value.matchAll(/=([0-9A-Fa-f]{2})|[^]/gu)].map(([piece, hex]) => (hex === undefined ? Buffer.from(piece) : Buffer.from(hex, 'hex'))),
  );
  return decodeOctets(octets, charset).replace(/\r\n?/g, '\n');
}

function decodeOctets(octets: Buffer, charset: string | undefined): string {
  for (const label of charset === undefined ? ['utf-8', 'big5'] : [charset, 'utf-8']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(octets);
    } catch {
      // the next one
    }
  }
  return octets.toString('utf8');
}

/**
 * The value of a line of vCard 2.1, its soft breaks taken out by the rule of RFC 2045 section 6.7: what follows `=` and a line end
 * belongs to the value whole, a blank at its beginning too. (In later versions such a blank is a fold, and parseLines takes it so.)
 */
export function rejoined(raw: string): string {
  const content = raw.trimEnd().split(/\r\n|\r|\n/).reduce((joined, physical) => {
    if (joined.endsWith('=')) return joined.slice(0, -1) + physical;
    return joined + physical.replace(/^[ \t]/, '');
  });
  return content.replace(/^(?:[^":]|"[^"]*")*:/, '');
}

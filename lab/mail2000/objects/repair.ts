// What SabreDAV's validator adds to a calendar object rather than refuse it (Q46).

const now = (): string => new Date().toISOString().replace(/[-:]|\.\d+/g, '');

const addedTo = (chunk: string, line: string): string => chunk.replace(/^BEGIN:[^\r\n]*\r?\n/i, (begin) => `${begin}${line}\r\n`);

/** The text with PRODID, VERSION and DTSTAMP where they are missing; the same octets where none is. */
export function repaired(text: string): string {
  const stamped = text.replace(/^BEGIN:(VEVENT|VTODO|VJOURNAL)\r?\n[^]*?^END:\1/gim, (item) =>
    (/^DTSTAMP[;:]/im.test(item) ? item : addedTo(item, `DTSTAMP:${now()}`)));
  const versioned = /^VERSION[;:]/im.test(stamped) ? stamped : addedTo(stamped, 'VERSION:2.0');
  return /^PRODID[;:]/im.test(versioned) ? versioned : addedTo(versioned, 'PRODID:-//Sabre//Sabre VObject//EN');
}

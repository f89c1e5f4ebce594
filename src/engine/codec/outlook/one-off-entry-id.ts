// The entry id of a person who is in no address book (MS-OXCDATA 2.2.5.1), in hexadecimal.

const PROVIDER = '812B1FA4BEA310199D6E00DD010F5402';

/** Version 0; unicode, no rich text. */
const HEAD = `00000000${PROVIDER}00000190`;

const text = (value: string): string => Buffer.from(`${value}\0`, 'utf16le').toString('hex').toUpperCase();

export const oneOffEntryId = (name: string, address: string): string => HEAD + text(name) + text('SMTP') + text(address);

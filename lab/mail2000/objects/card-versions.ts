// vCard 3.0 and 4.0 of the same card (RFC 2426, RFC 6350), as far as a server converts: version, preference, photo, kind of group.
import type { Quirks } from '../quirks.js';
import { logicalLines, parseContentLine } from './content-lines.js';

export type CardVersion = '3.0' | '4.0';

/** Versions to advertise, the preferred one first. */
export function versionsOf({ vcardVersion }: Pick<Quirks, 'vcardVersion'>): readonly CardVersion[] {
  if (vcardVersion === '4.0') return ['4.0'];
  return vcardVersion === 'negotiated' ? ['3.0', '4.0'] : ['3.0'];
}

/** The version to give out; undefined to leave the card as it is stored. `asked` is a media type with version parameter, or the bare version. */
export function versionFor({ vcardVersion }: Pick<Quirks, 'vcardVersion'>, asked: string): CardVersion | undefined {
  if (vcardVersion === 'asStored') return undefined;
  if (vcardVersion !== 'negotiated') return vcardVersion;
  return asked.includes('4.0') ? '4.0' : '3.0';
}

/** The version that every card is stored in; undefined to store it as it comes. A server that serves one version only stores it so (Q34, Q22). */
export const versionStored = ({ vcardVersion }: Pick<Quirks, 'vcardVersion'>): CardVersion | undefined =>
  (vcardVersion === '3.0' || vcardVersion === '4.0' ? vcardVersion : undefined);

const mediaOf = (value: string): string => /^data:image\/([a-z+]+)/i.exec(value)?.[1]?.toUpperCase() ?? 'JPEG';

function toVersion3(name: string, line: string, value: string): string {
  if (name === 'PHOTO' && value.startsWith('data:')) return `PHOTO;ENCODING=b;TYPE=${mediaOf(value)}:${value.slice(value.indexOf(',') + 1)}\r\n`;
  if (name === 'KIND') return `X-ADDRESSBOOKSERVER-KIND:${value}\r\n`;
  if (name === 'MEMBER') return `X-ADDRESSBOOKSERVER-MEMBER:${value}\r\n`;
  return line.replace(/;PREF=1(?=[;:])/, ';TYPE=PREF');
}

function toVersion4(name: string, line: string, value: string): string {
  const parameters = parseContentLine(line)?.parameters;
  if (name === 'PHOTO' && /^b(ase64)?$/i.test(parameters?.get('ENCODING') ?? '')) {
    return `PHOTO:data:image/${(parameters?.get('TYPE') ?? 'jpeg').toLowerCase()};base64,${value.replace(/\s/g, '')}\r\n`;
  }
  if (name === 'X-ADDRESSBOOKSERVER-KIND') return `KIND:${value}\r\n`;
  if (name === 'X-ADDRESSBOOKSERVER-MEMBER') return `MEMBER:${value}\r\n`;
  return line.replace(/;TYPE=PREF(?=[;:])/i, ';PREF=1').replace(/,PREF(?=[,;:])/i, '');
}

/** The card in a version. A card of that version already comes back octet for octet. */
export function convertCard(text: string, version: CardVersion): string {
  const lines = logicalLines(text);
  const present = lines.map(parseContentLine).find((line) => line?.name === 'VERSION')?.value.trim();
  if (present === version) return text;
  return lines.map((line) => {
    const parsed = parseContentLine(line);
    if (parsed === undefined) return line;
    if (parsed.name === 'VERSION') return `VERSION:${version}\r\n`;
    return (version === '3.0' ? toVersion3 : toVersion4)(parsed.name, line, parsed.value);
  }).join('');
}

// Addresses of instant messages: IMPP (RFC 4770, RFC 6350 section 6.4.3), Outlook's X-MS-IMADDRESS, and one property a network as older exporters have it.
import { canonicalLine } from '../../model/canonical.js';
import type { LineToFormat } from '../content-lines/format.js';
import type { ContentLine } from '../content-lines/lines.js';
import { escapeText } from '../content-lines/text.js';
import { canonicalTexts } from '../contact/canonical-contact.js';
import type { Row } from '../row.js';
import { addLine, linesNamed, putLines, removeLine, replaceLine, type Card } from './card.js';
import { preferenceOf, textOf, withValue } from './value.js';

/** Property -> the scheme that its value would have as a URI. */
const NETWORKS: Readonly<Record<string, string>> = {
  'X-JABBER': 'xmpp', 'X-AIM': 'aim', 'X-ICQ': 'icq', 'X-MSN': 'msnim', 'X-YAHOO': 'ymsgr', 'X-SKYPE': 'skype', 'X-SKYPE-USERNAME': 'skype',
  'X-GOOGLE-TALK': 'xmpp', 'X-QQ': 'qq', 'X-GADUGADU': 'gg', 'X-SIP': 'sip',
};
const PLAIN = 'X-MS-IMADDRESS';

export const imRow: Row<Card, readonly string[]> = {
  read: (card) => canonicalTexts(imLines(card).map(addressOf)),
  write(card, addresses) {
    const gone = imLines(card).filter((line) => !addresses.includes(addressOf(line)));
    const said = new Set(imLines(card).map(addressOf));
    const missing = addresses.filter((address) => !said.has(address));
    gone.forEach((line, at) => {
      const address = missing[at];
      if (address === undefined) removeLine(card, line);
      else replaceLine(card, line, changed(line, address));
    });
    for (const address of missing.slice(gone.length)) addLine(card, made(address));
    inOrder(card, addresses);
  },
  narrow: canonicalTexts,
};

const NAMES: readonly string[] = ['IMPP', PLAIN, ...Object.keys(NETWORKS)];

const imLines = (card: Card): readonly ContentLine[] =>
  linesNamed(card, ...NAMES).filter((line) => textOf(line).trim() !== '').sort((a, b) => preferenceOf(a) - preferenceOf(b));

function addressOf(line: ContentLine): string {
  const scheme = NETWORKS[line.name], text = canonicalLine(textOf(line));
  return scheme === undefined || text.toLowerCase().startsWith(`${scheme}:`) ? text : `${scheme}:${text}`;
}

const isUri = (address: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s;,\\]+$/i.test(address);

const made = (address: string): LineToFormat => (isUri(address) ? { name: 'IMPP', value: address } : { name: PLAIN, value: escapeText(address) });

/** In the line's own property where that can say it; another network takes another line. */
function changed(line: ContentLine, address: string): LineToFormat {
  const scheme = NETWORKS[line.name];
  if (scheme !== undefined && address.toLowerCase().startsWith(`${scheme}:`)) return withValue(line, escapeText(address.slice(scheme.length + 1)));
  if (line.name === 'IMPP' && isUri(address)) return withValue(line, address, ['X-SERVICE-TYPE']);
  return line.name === PLAIN ? withValue(line, escapeText(address)) : { ...made(address), group: line.group };
}

/** The first is the one that Outlook shows; lines change places, and a preference that says otherwise goes. */
function inOrder(card: Card, addresses: readonly string[]): void {
  const said = canonicalTexts(imLines(card).map(addressOf));
  if (said.every((address, at) => address === addresses[at])) return;
  const shown = imLines(card), lines = card.lines.filter((line) => shown.includes(line));
  const places = lines.map((line) => card.lines.indexOf(line));
  const ordered = [...lines].sort((a, b) => addresses.indexOf(addressOf(a)) - addresses.indexOf(addressOf(b)));
  putLines(card, ordered.map((line, at) => [places[at] ?? 0, line]));
  for (const line of ordered) if (preferenceOf(line) <= 100) replaceLine(card, line, withoutPreference(line));
}

export const withoutPreference = (line: ContentLine): LineToFormat => ({
  group: line.group, name: line.name, value: line.value,
  params: line.params
    .filter((param) => param.name !== 'PREF')
    .map((param) => (param.name === 'TYPE' ? { ...param, values: param.values.flatMap((value) => value.split(',')).filter((type) => type.trim().toUpperCase() !== 'PREF') } : param))
    .filter((param) => param.name !== 'TYPE' || param.values.length > 0),
});

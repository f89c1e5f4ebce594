// XML text to elements with resolved names. Pure; knows nothing of DAV.
import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';
import type { PropName } from './names.js';

export interface XmlElement {
  /** '{namespace}local', whatever the prefix was. */
  readonly name: PropName;
  /** By their names as written, declarations of namespaces left out. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text and CDATA, references resolved, untrimmed. */
  readonly text: string;
}

/**
 * The root element. Text that was cut off is an error: rows that are missing would pass for deletions.
 * @throws Error when the text is not one well-formed document or has a DOCTYPE (entity bombs, external entities).
 */
export const parseXml = (text: string): XmlElement => parseXmlOfRows(text, { row: null, take: () => undefined });

/** What a parent becomes while it is read. */
interface Open {
  readonly name: PropName;
  readonly attributes: Readonly<Record<string, string>>;
  children: XmlElement[] | null;
  text: string;
}

/**
 * The root element without its children of the name `row`: each of those is given to `take` as soon as it is read, in document order, so that a
 * listing never is one tree (10,000 rows: 100 MB, 2026-11-30).
 * @throws Error as parseXml, when some rows may have been taken already; and what `take` throws.
 */
export function parseXmlOfRows(text: string, { row, take }: { readonly row: PropName | null; readonly take: (element: XmlElement) => void }): XmlElement {
  const open: Open[] = [], roots: XmlElement[] = [];
  const parser = new SaxesParser({ xmlns: true, position: false });
  const say = (piece: string): void => {
    const inside = open.at(-1);
    if (inside) inside.text += piece;
  };
  parser.on('error', (error) => { if (!BORNE.test(error.message)) throw new Error(`XML: ${error.message}`); });
  parser.on('doctype', () => { throw new Error('XML: a DOCTYPE is not accepted'); });
  parser.on('opentag', (tag) => { open.push({ name: named(tag.uri, tag.local), attributes: attributesOf(tag), children: null, text: '' }); });
  parser.on('text', say);
  parser.on('cdata', say);
  parser.on('closetag', () => {
    const { name, attributes, children, text: own } = open.pop() ?? NOTHING;
    const element: XmlElement = { name, attributes, children: children ?? NO_CHILDREN, text: own }, outer = open.at(-1);
    if (outer === undefined) roots.push(element);
    else if (open.length === 1 && name === row) take(element);
    else (outer.children ??= []).push(element);
  });
  parser.write(readable(text)).close();
  const [root] = roots;
  if (root === undefined) throw new Error('XML: no root element');
  return root;
}

/** Not well-formed, and seen from servers all the same; nothing is lost by it. Cut-off text and unmatched tags are none of these. */
const BORNE = /^(?:undefined entity|attribute without value|unbound namespace prefix|the string "\]\]>"|text data outside of root node)/;

// A listing has tens of thousands of elements with nothing in them: one of each is enough.
const NO_CHILDREN: readonly XmlElement[] = [];
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};
const NOTHING: Open = { name: '{}', attributes: NO_ATTRIBUTES, children: null, text: '' };

function attributesOf({ attributes }: SaxesTagNS): Readonly<Record<string, string>> {
  let own: Record<string, string> | null = null;
  for (const name in attributes) {
    const attribute = attributes[name];
    if (attribute !== undefined && attribute.prefix !== 'xmlns' && name !== 'xmlns') (own ??= {})[name] = attribute.value;
  }
  return own ?? NO_ATTRIBUTES;
}

/** One text for each name, not one for each element. */
const NAMES = new Map<string, Map<string, PropName>>();
const MOST_NAMES = 1000;

function named(uri: string, local: string): PropName {
  const names = NAMES.get(uri) ?? new Map<string, PropName>(), name = names.get(local) ?? `{${uri}}${local}` as const;
  if (NAMES.size < MOST_NAMES && names.size < MOST_NAMES) NAMES.set(uri, names.set(local, name));
  return name;
}

/** Without the characters that XML 1.0 section 2.2 forbids: some servers store and send them, raw or by reference (vdirsyncer). */
const readable = (text: string): string => text.replace(/^\uFEFF/, '').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
  .replace(/&#(x[0-9a-f]+|[0-9]+);/gi, (reference, body: string) => (isXmlCharacter(Number(/^x/i.test(body) ? `0${body}` : body)) ? reference : '')).trim();

const isXmlCharacter = (code: number): boolean =>
  code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);

/** Text for element content and attribute values; CR is kept by a reference, for a reader makes LF of a bare one (XML 1.0 section 2.11). */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"'\r]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#13;' })[character] ?? character);

export const childrenOf = (element: XmlElement | undefined, name: PropName): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

export const childOf = (element: XmlElement | undefined, name: PropName): XmlElement | undefined => element?.children.find((child) => child.name === name);

/** The element itself and everything below it, in document order. */
export function* everyElement(element: XmlElement): Iterable<XmlElement> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}

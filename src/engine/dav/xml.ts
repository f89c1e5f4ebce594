// XML text to a tree of elements with resolved names. Pure; knows nothing of DAV.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { PropName } from './names.js';

export interface XmlElement {
  /** '{namespace}local', whatever the prefix was. */
  readonly name: PropName;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text and CDATA, entities resolved, untrimmed. */
  readonly text: string;
}

/** What fast-xml-parser gives with preserveOrder: one key (tag, '#text' or '#cdata') and maybe ':@' for attributes. */
type Node = Readonly<Record<string, unknown>>;

/** Prefixes in scope; '' is the default namespace. */
type Scope = Readonly<Record<string, string>>;

const parser = () => new XMLParser({
  preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, parseAttributeValue: false,
  trimValues: false, processEntities: false, cdataPropName: '#cdata', ignoreDeclaration: true, ignorePiTags: true,
});

/**
 * The root element. Entities are resolved here and not by the parser, which leaves `&#13;` alone (fast-xml-parser 5.12.1, 2026-11-22) where
 * SabreDAV writes CR so (reference M15). Text that was cut off is an error: rows that are missing would pass for deletions.
 * @throws Error when the text is not one well-formed document or has a DOCTYPE (entity bombs, external entities).
 */
export function parseXml(text: string): XmlElement {
  // XML 1.0 section 2.2 forbids them, some servers store and send them (vdirsyncer).
  const clean = text.replace(/^\uFEFF/, '').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').trim();
  if (/<!DOCTYPE/i.test(withoutCdata(clean))) throw new Error('XML: a DOCTYPE is not accepted');
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- moved to a package of its own; the parser alone takes cut-off text for whole (5.12.1, 2026-11-22)
  const valid = XMLValidator.validate(clean, { allowBooleanAttributes: true });
  if (valid !== true) throw new Error(`XML: ${valid.err.msg}`);
  const roots = (parser().parse(clean) as readonly Node[]).filter((node) => tagOf(node) !== undefined);
  const [root] = roots;
  if (roots.length !== 1 || root === undefined) throw new Error(`XML: ${roots.length} root elements`);
  return elementOf(root, { xml: 'http://www.w3.org/XML/1998/namespace' });
}

const withoutCdata = (text: string): string => text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');

const tagOf = (node: Node): string | undefined => Object.keys(node).find((key) => key !== ':@' && key !== '#text' && key !== '#cdata');

function elementOf(node: Node, outer: Scope): XmlElement {
  const tag = tagOf(node) ?? '';
  const attributes = attributesOf(node);
  const scope = scopeOf(attributes, outer);
  const content = node[tag] as readonly Node[];
  return {
    name: resolve(tag, scope), attributes,
    children: content.filter((child) => tagOf(child) !== undefined).map((child) => elementOf(child, scope)),
    text: content.map(textOfNode).join(''),
  };
}

function attributesOf(node: Node): Record<string, string> {
  const raw = (node[':@'] ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, unescapeXml(String(value))]));
}

function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  const own = Object.entries(attributes).flatMap(([key, value]) =>
    key === 'xmlns' ? [['', value]] : key.startsWith('xmlns:') ? [[key.slice(6), value]] : []);
  return own.length === 0 ? outer : { ...outer, ...Object.fromEntries(own) as Scope };
}

function resolve(tag: string, scope: Scope): PropName {
  const colon = tag.indexOf(':');
  const prefix = colon < 0 ? '' : tag.slice(0, colon);
  return `{${scope[prefix] ?? ''}}${tag.slice(colon + 1)}`;
}

function textOfNode(node: Node): string {
  if (typeof node['#text'] === 'string') return unescapeXml(node['#text']);
  const cdata = node['#cdata'] as readonly Node[] | undefined;
  return cdata ? cdata.map((part) => (typeof part['#text'] === 'string' ? part['#text'] : '')).join('') : '';
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi, (whole: string, body: string) => {
    if (!body.startsWith('#')) return NAMED[body] ?? whole;
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    return isXmlCharacter(code) ? String.fromCodePoint(code) : '';
  });
}

const isXmlCharacter = (code: number): boolean =>
  code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);

/** Text for element content and attribute values; CR is kept by a reference, for a reader makes LF of a bare one (XML 1.0 section 2.11). */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"'\r]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#13;' })[character] ?? character);

export const childrenOf = (element: XmlElement | undefined, name: PropName): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

export const childOf = (element: XmlElement | undefined, name: PropName): XmlElement | undefined => childrenOf(element, name)[0];

/** The element itself and everything below it, in document order. */
export function* everyElement(element: XmlElement): Iterable<XmlElement> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}

// Reads request bodies into elements with resolved namespaces (fast-xml-parser does neither namespaces nor numeric entities).
// Refuses document types: a DTD in a WebDAV body is only ever an attack (RFC 4918 section 20.6).
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** The body is not well-formed, or uses what this server does not read. */
export class XmlProblem extends Error {
  override name = 'XmlProblem';
}

type RawNode = Readonly<Record<string, unknown>>;
type Scope = ReadonlyMap<string, string>;

const parser = new XMLParser({
  preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, parseAttributeValue: false,
  trimValues: false, processEntities: false, cdataPropName: '#cdata', commentPropName: '#comment', ignoreDeclaration: true, ignorePiTags: true,
});

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&[^;\s]*;?/g, (reference) => {
    const [, hex, decimal, entity] = /^&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));$/i.exec(reference) ?? [];
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal ?? '', 10);
    const known = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : named[entity ?? ''];
    if (known === undefined) throw new XmlProblem(`Entity ${reference} is not defined`);
    return known;
  });
}

function attributesOf(raw: RawNode): Record<string, string> {
  const attributes = (raw[':@'] ?? {}) as Record<string, string>;
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, decode(value)]));
}

function resolve(tag: string, scope: Scope): string {
  const colon = tag.indexOf(':');
  const prefix = colon < 0 ? '' : tag.slice(0, colon);
  const namespace = scope.get(prefix);
  if (namespace === undefined && prefix !== '') throw new XmlProblem(`Namespace prefix ${prefix} is not declared`);
  return namespace === undefined || namespace === '' ? tag.slice(colon + 1) : `{${namespace}}${tag.slice(colon + 1)}`;
}

const tagOf = (raw: RawNode): string | undefined => Object.keys(raw).find((key) => key !== ':@' && !key.startsWith('#') && !key.startsWith('?'));

function textOf(raw: RawNode): string {
  if (typeof raw['#text'] === 'string') return decode(raw['#text']);
  const cdata = raw['#cdata'] as readonly RawNode[] | undefined;
  return cdata?.map((part) => String(part['#text'])).join('') ?? '';
}

function element(raw: RawNode, tag: string, outer: Scope): XmlElement {
  const attributes = attributesOf(raw);
  const scope = new Map(outer);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'xmlns') scope.set('', value);
    else if (key.startsWith('xmlns:')) scope.set(key.slice(6), value);
  }
  const content = raw[tag] as readonly RawNode[];
  const children = content.flatMap((child) => {
    const childTag = tagOf(child);
    return childTag === undefined ? [] : [element(child, childTag, scope)];
  });
  return { name: resolve(tag, scope), attributes, children, text: content.map(textOf).join('') };
}

/** Reads one document. Throws {@link XmlProblem} for anything that is not exactly one well-formed element without a DTD. */
export function readXml(text: string): XmlElement {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new XmlProblem('A document type declaration is not allowed');
  // Moved to a package of its own since; the parser alone accepts mismatched tags.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const checked = XMLValidator.validate(text);
  if (checked !== true) throw new XmlProblem(`${checked.err.msg} (line ${checked.err.line})`);
  let nodes: readonly RawNode[];
  try {
    nodes = parser.parse(text) as readonly RawNode[];
  } catch (error) {
    throw new XmlProblem((error as Error).message);
  }
  const roots = nodes.filter((node) => tagOf(node) !== undefined);
  const root = roots[0];
  const tag = root && tagOf(root);
  if (root === undefined || tag === undefined || roots.length !== 1) throw new XmlProblem('A body must hold exactly one element');
  return element(root, tag, new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]));
}

export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined => parent?.children.find((child) => child.name === name);
export const childrenOf = (parent: XmlElement | undefined, name: string): readonly XmlElement[] => parent?.children.filter((child) => child.name === name) ?? [];

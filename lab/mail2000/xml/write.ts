// Builds and prints XML. Knows nothing of WebDAV.
import { prefixes, splitName } from './names.js';

export interface Xml {
  readonly name: string;
  readonly children: readonly (Xml | string)[];
  readonly attributes?: Readonly<Record<string, string>>;
}

/** One element; `name` in Clark notation. */
export const el = (name: string, ...children: readonly (Xml | string)[]): Xml => ({ name, children });

export interface XmlStyle {
  /** Carriage returns as `&#13;`; raw ones are turned into a line feed by every XML parser (XML 1.0 section 2.11). */
  readonly crEntity: boolean;
}

// Characters that XML 1.0 cannot carry in any form (section 2.2).
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escapeText(text: string, style: XmlStyle): string {
  const escaped = text.replace(forbidden, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return style.crEntity ? escaped.replaceAll('\r', '&#13;') : escaped;
}

const escapeAttribute = (text: string): string => escapeText(text, { crEntity: true }).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');

function print(xml: Xml, style: XmlStyle, rootDeclarations: string): string {
  const { namespace, local } = splitName(xml.name);
  const prefix = prefixes.get(namespace);
  const tag = prefix !== undefined ? `${prefix}:${local}` : namespace === '' ? local : `x2:${local}`;
  const declared = prefix === undefined && namespace !== '' ? ` xmlns:x2="${escapeAttribute(namespace)}"` : '';
  const attributes = Object.entries(xml.attributes ?? {}).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('');
  const open = `<${tag}${rootDeclarations}${declared}${attributes}`;
  if (xml.children.length === 0) return `${open}/>`;
  const inner = xml.children.map((child) => (typeof child === 'string' ? escapeText(child, style) : print(child, style, ''))).join('');
  return `${open}>${inner}</${tag}>`;
}

/** A whole document with declaration, all known prefixes declared on the root as SabreDAV does. */
export function formatXml(root: Xml, style: XmlStyle): string {
  const declarations = [...prefixes].map(([namespace, prefix]) => ` xmlns:${prefix}="${namespace}"`).join('');
  return `<?xml version="1.0" encoding="utf-8"?>\n${print(root, style, declarations)}\n`;
}

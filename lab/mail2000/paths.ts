// The two roots of Mail2000 and what lies below them (research section 1.2). Paths here are decoded; hrefs are encoded.
import type { Quirks } from './quirks.js';

export type Tree = 'calendars' | 'addressbooks';

export const bases: Readonly<Record<Tree, string>> = { calendars: '/cgi-bin/cal/caldav/', addressbooks: '/cgi-bin/carddav/' };
export const trees: readonly Tree[] = ['calendars', 'addressbooks'];

export const principalsPath = (tree: Tree): string => `${bases[tree]}principals/`;
export const principalPath = (tree: Tree, name: string): string => `${principalsPath(tree)}${name}/`;
export const homesPath = (tree: Tree): string => `${bases[tree]}${tree}/`;
export const homePath = (tree: Tree, home: string): string => `${homesPath(tree)}${home}/`;
export const collectionPath = (tree: Tree, home: string, name: string): string => `${homePath(tree, home)}${name}/`;

/** An href for a decoded path, each segment percent-encoded, `@` as the server writes it. */
export function hrefOf(path: string, quirks: Pick<Quirks, 'hrefAt'>): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return quirks.hrefAt === '@' ? encoded.replaceAll('%40', '@') : encoded;
}

/** The decoded path of a request target or href; undefined for a broken percent sequence. */
export function decodePath(target: string): string | undefined {
  const path = target.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*$/s, '');
  try {
    return path.split('/').map(decodeURIComponent).join('/');
  } catch {
    return undefined;
  }
}

/** A collection's path from what a person would write: whole, `%40`, or beginning with `calendars/` or `addressbooks/`. */
export function canonicalPath(written: string): string {
  const decoded = (decodePath(written) ?? written).replace(/\/*$/, '/');
  const tree = trees.find((candidate) => decoded.startsWith(`${candidate}/`));
  return tree === undefined ? decoded : `${bases[tree]}${decoded}`;
}

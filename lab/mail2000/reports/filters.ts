// Property filters of calendar-query (RFC 4791 section 9.7) and addressbook-query (RFC 6352 section 10.5).
import { lineOf } from '../objects/content-lines.js';
import type { Component } from '../objects/content-lines.js';
import type { XmlElement } from '../xml/read.js';
import { splitName } from '../xml/names.js';

const local = (element: XmlElement): string => splitName(element.name).local;

/** i;octet compares exactly, everything else without case. CalDAV knows only `contains`. */
export function textMatches(value: string, match: XmlElement): boolean {
  const { collation = 'i;ascii-casemap', 'match-type': type = 'contains', 'negate-condition': negate = 'no' } = match.attributes;
  const fold = (text: string): string => (collation === 'i;octet' ? text : text.toLowerCase());
  const [whole, part] = [fold(value), fold(match.text)];
  const found = type === 'equals' ? whole === part
    : type === 'starts-with' ? whole.startsWith(part)
      : type === 'ends-with' ? whole.endsWith(part) : whole.includes(part);
  return found !== (negate === 'yes');
}

/** Whether a component passes one prop-filter. */
export function propertyPasses(component: Component, filter: XmlElement): boolean {
  const name = (filter.attributes['name'] ?? '').toUpperCase();
  const present = lineOf(component, name);
  if (filter.children.some((child) => local(child) === 'is-not-defined')) return present === undefined;
  if (present === undefined) return false;
  const values = component.lines.filter((line) => line.name === name).map((line) => line.value);
  const matches = filter.children.filter((child) => local(child) === 'text-match');
  const passes = (match: XmlElement): boolean => values.some((value) => textMatches(value, match));
  if (matches.length === 0) return true;
  return filter.attributes['test'] === 'anyof' ? matches.some(passes) : matches.every(passes);
}

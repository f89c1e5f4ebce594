// All properties of this server, and the answering of a property request (RFC 4918 section 9.1).
import type { Resource } from '../resource.js';
import type { Propstat, Row, Scene } from '../reply.js';
import { hrefOf } from '../paths.js';
import type { Xml } from '../xml/write.js';
import { el } from '../xml/write.js';
import { caldavProperties } from './caldav.js';
import { carddavProperties } from './carddav.js';
import { davProperties } from './dav.js';
import type { PropertyRow } from './row.js';

export const properties: readonly PropertyRow[] = [...davProperties, ...caldavProperties, ...carddavProperties];

const byName: ReadonlyMap<string, PropertyRow> = new Map(properties.map((row) => [row.name, row]));

/** Which properties a request wants. */
export type Wanted = { readonly kind: 'named'; readonly names: readonly string[] } | { readonly kind: 'common' } | { readonly kind: 'names' };

/** `also` are properties that only a report can give: calendar-data, address-data. */
export function propertyRow(resource: Resource, wanted: Wanted, { scene, also = [] }: { readonly scene: Scene; readonly also?: readonly Xml[] }): Row {
  const names = wanted.kind === 'named' ? wanted.names : properties.filter((row) => wanted.kind === 'names' || row.common).map((row) => row.name);
  const found: Xml[] = [];
  const missing: Xml[] = [];
  for (const name of new Set(names)) {
    const extra = also.find((property) => property.name === name);
    const value = byName.get(name)?.of(resource, scene);
    if (extra) found.push(extra);
    else if (value) found.push(wanted.kind === 'names' ? el(name) : el(name, ...value));
    else if (wanted.kind === 'named') missing.push(el(name));
  }
  const propstats: Propstat[] = [
    ...(found.length > 0 || missing.length === 0 ? [{ status: 200, properties: found }] : []),
    ...(missing.length > 0 ? [{ status: 404, properties: missing }] : []),
  ];
  return { href: hrefOf(resource.path, scene.quirks), propstats };
}

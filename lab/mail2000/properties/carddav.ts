// Properties of CardDAV (RFC 6352 sections 6.2 and 7.1).
import { homePath } from '../paths.js';
import type { Resource } from '../resource.js';
import { versionsOf } from '../objects/card-versions.js';
import { carddav } from '../xml/names.js';
import { el } from '../xml/write.js';
import { href } from './row.js';
import type { PropertyRow } from './row.js';

const isBook = (resource: Resource): boolean => resource.kind === 'collection' && resource.tree === 'addressbooks';

export const carddavProperties: readonly PropertyRow[] = [
  {
    name: carddav('addressbook-home-set'),
    of: (resource, scene) => (resource.kind === 'principal' && resource.tree === 'addressbooks'
      ? resource.homes.map((home) => href(homePath('addressbooks', home), scene))
      : undefined),
  },
  {
    name: carddav('supported-address-data'),
    of: (resource, { quirks }) => (isBook(resource)
      ? versionsOf(quirks).map((version) => ({ ...el(carddav('address-data-type')), attributes: { 'content-type': 'text/vcard', version } }))
      : undefined),
  },
  { name: carddav('max-resource-size'), of: (resource, { quirks }) => (isBook(resource) ? [String(quirks.maxSize)] : undefined) },
];

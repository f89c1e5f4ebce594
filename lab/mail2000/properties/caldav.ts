// Properties of CalDAV (RFC 4791 section 5.2, 6.2) and of Apple's Calendar Server. No scheduling (M12), so no outbox, but for the quirk.
import { homePath, principalPath } from '../paths.js';
import type { CollectionResource, PrincipalResource, Resource } from '../resource.js';
import type { Scene } from '../reply.js';
import { ctagOf } from '../reports/sync-token.js';
import { apple, caldav, calendarServer, dav } from '../xml/names.js';
import { el } from '../xml/write.js';
import { href } from './row.js';
import type { PropertyRow, PropertyValue } from './row.js';

const calendar = (resource: Resource): CollectionResource | undefined =>
  resource.kind === 'collection' && resource.tree === 'calendars' ? resource : undefined;

const onPrincipal = (value: (resource: PrincipalResource, scene: Scene) => PropertyValue | undefined) =>
  (resource: Resource, scene: Scene): PropertyValue | undefined =>
    (resource.kind === 'principal' && resource.tree === 'calendars' ? value(resource, scene) : undefined);

/** Principals that let this one act for them, as far as `how`. */
const proxyFor = (how: 'read' | 'write') => onPrincipal((resource, scene) => scene.office.users()
  .filter((user) => user.record.delegates[resource.name] === how)
  .map((user) => href(principalPath('calendars', user.email), scene)));

export const caldavProperties: readonly PropertyRow[] = [
  { name: caldav('calendar-home-set'), of: onPrincipal((resource, scene) => resource.homes.map((home) => href(homePath('calendars', home), scene))) },
  { name: caldav('calendar-user-address-set'), of: onPrincipal((resource, scene) => [el(dav('href'), `mailto:${resource.name}`), href(resource.path, scene)]) },
  {
    name: caldav('supported-calendar-component-set'),
    of: (resource) => calendar(resource)?.collection.components.map((name) => ({ ...el(caldav('comp')), attributes: { name } })),
  },
  {
    name: caldav('supported-calendar-data'),
    of: (resource) => calendar(resource) && [{ ...el(caldav('calendar-data')), attributes: { 'content-type': 'text/calendar', version: '2.0' } }],
  },
  { name: caldav('max-resource-size'), of: (resource, { quirks }) => calendar(resource) && [String(quirks.maxSize)] },
  {
    name: calendarServer('getctag'), common: true,
    of: (resource, { office, quirks }) => (resource.kind === 'collection' && quirks.ctag ? [ctagOf(office.store.revision(resource.path), quirks)] : undefined),
  },
  {
    name: caldav('schedule-outbox-URL'),
    of: onPrincipal((resource, scene) => (scene.quirks.scheduling ? [href(`${homePath('calendars', resource.name)}outbox/`, scene)] : undefined)),
  },
  { name: calendarServer('calendar-proxy-read-for'), of: proxyFor('read') },
  { name: calendarServer('calendar-proxy-write-for'), of: proxyFor('write') },
  { name: apple('calendar-color'), of: (resource) => { const color = calendar(resource)?.collection.color; return color === undefined ? undefined : [color]; } },
];

// MKCALENDAR (RFC 4791 section 5.3.1) and extended MKCOL (RFC 5689) in one's own home. A property that cannot be set makes nothing.
import type { CollectionRecord } from '../records.js';
import { forbidden } from '../refusals.js';
import { badRequest, refuse } from '../reply.js';
import type { Reply, Request, Scene } from '../reply.js';
import { bodyElement } from '../request.js';
import type { Resource } from '../resource.js';
import { caldav, carddav, dav } from '../xml/names.js';
import { childOf, childrenOf } from '../xml/read.js';
import type { XmlElement } from '../xml/read.js';
import { el } from '../xml/write.js';
import { settable } from './proppatch.js';

const componentsOf = (prop: XmlElement | undefined): readonly string[] =>
  childrenOf(childOf(prop, caldav('supported-calendar-component-set')), caldav('comp')).map(({ attributes }) => attributes['name'] ?? '');

/** The resource type asked for; MKCALENDAR's goes without saying. */
function typeFits(request: Request, prop: XmlElement | undefined, resource: Resource): boolean {
  if (request.method === 'MKCALENDAR') return resource.tree === 'calendars';
  const wanted = resource.tree === 'calendars' ? caldav('calendar') : carddav('addressbook');
  return childOf(childOf(prop, dav('resourcetype')), wanted) !== undefined;
}

export function makeCollection(request: Request, resource: Resource, scene: Scene): Reply {
  if (scene.quirks.mkcalendarRefused > 0) return refuse(scene.quirks.mkcalendarRefused, { exception: 'Forbidden', message: 'Collections cannot be made here' });
  if (resource.kind === 'newMember') return forbidden('A collection cannot be made inside a collection');
  if (resource.kind !== 'newCollection') {
    return refuse(405, { exception: 'MethodNotAllowed', message: 'The resource you tried to create already exists', condition: el(dav('resource-must-be-null')) });
  }
  const prop = childOf(childOf(bodyElement(request), dav('set')), dav('prop'));
  if (!typeFits(request, prop, resource)) return badRequest('The resourcetype is not one that this home holds');
  const given = prop?.children.filter(({ name }) => name !== dav('resourcetype') && name !== caldav('supported-calendar-component-set')) ?? [];
  const unknown = given.find(({ name }) => !settable.has(name));
  if (unknown) return forbidden(`The property ${unknown.name} cannot be set`);
  const set = given.reduce<Partial<CollectionRecord>>((record, { name, text }) => ({ ...record, ...settable.get(name)?.(text) }), { displayName: resource.name });
  const components = componentsOf(prop);
  scene.office.addCollection({
    tree: resource.tree, home: resource.home, name: resource.name, scope: 'personal', owner: scene.user.email,
    displayName: resource.name, ...set, ...(components.length > 0 ? { components } : {}),
  });
  return { status: 201 };
}

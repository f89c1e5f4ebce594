// PROPPATCH of a collection's name and colour (RFC 4918 section 9.2): all or nothing; every other property is protected.
import { hrefOf } from '../paths.js';
import type { CollectionRecord } from '../records.js';
import { lacksRight } from '../refusals.js';
import { badRequest, multistatus, notFound } from '../reply.js';
import type { Propstat, Reply, Request, Scene } from '../reply.js';
import { bodyElement } from '../request.js';
import type { Resource } from '../resource.js';
import { apple, dav } from '../xml/names.js';
import { childOf } from '../xml/read.js';
import type { XmlElement } from '../xml/read.js';
import { el } from '../xml/write.js';

/** How a property that may be set lands in the record. */
export const settable: ReadonlyMap<string, (text: string) => Partial<CollectionRecord>> = new Map<string, (text: string) => Partial<CollectionRecord>>([
  [dav('displayname'), (text) => ({ displayName: text })],
  [apple('calendar-color'), (text) => ({ color: text })],
]);

interface Change { readonly name: string; readonly text: string }

/** Changes in document order; a removed name or colour becomes empty. */
function changesIn(body: XmlElement): readonly Change[] {
  return body.children.flatMap((step) => (childOf(step, dav('prop'))?.children ?? [])
    .map(({ name, text }) => ({ name, text: step.name === dav('remove') ? '' : text })));
}

export function proppatch(request: Request, resource: Resource, scene: Scene): Reply {
  if (resource.kind === 'newCollection' || resource.kind === 'newMember') return notFound(request.path);
  const body = bodyElement(request);
  if (body?.name !== dav('propertyupdate')) return badRequest('The body is no propertyupdate');
  if ((resource.kind === 'collection' || resource.kind === 'member') && !resource.rights.has('rename')) return lacksRight(resource.path, 'rename', scene);
  const changes = changesIn(body);
  const may = ({ name }: Change): boolean => resource.kind === 'collection' && settable.has(name) && !scene.quirks.proppatchRefused;
  const allowed = changes.every(may);
  if (allowed && resource.kind === 'collection') {
    const changed = changes.reduce<CollectionRecord>((record, { name, text }) => ({ ...record, ...settable.get(name)?.(text) }), resource.collection);
    scene.office.store.write('collection', resource.path, changed);
  }
  const group = (status: number, wanted: readonly Change[]): readonly Propstat[] =>
    (wanted.length === 0 ? [] : [{ status, properties: wanted.map(({ name }) => el(name)) }]);
  const propstats = allowed ? group(200, changes) : [...group(403, changes.filter((change) => !may(change))), ...group(424, changes.filter(may))];
  const path = scene.quirks.proppatchHrefBare ? resource.path.replace(/\/$/, '') : resource.path;
  return multistatus([{ href: hrefOf(path, scene.quirks), propstats }]);
}

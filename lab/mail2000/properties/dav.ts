// Properties of WebDAV itself, its ACL and sync extensions (RFC 4918, 3253, 3744, 5397, 6578).
import { etagOf } from '../etag.js';
import { principalPath, principalsPath } from '../paths.js';
import { privilegesOf } from '../rights.js';
import type { MemberResource, Resource } from '../resource.js';
import type { Scene } from '../reply.js';
import { contentOf } from '../objects/given-out.js';
import { supportedReports } from '../reports/supported.js';
import { syncTokenOf } from '../reports/sync-token.js';
import { caldav, carddav, dav } from '../xml/names.js';
import { el } from '../xml/write.js';
import type { Xml } from '../xml/write.js';
import { href } from './row.js';
import type { PropertyRow } from './row.js';

function typesOf(resource: Resource): readonly Xml[] {
  const collection = el(dav('collection'));
  switch (resource.kind) {
    case 'principal': return [collection, el(dav('principal'))];
    case 'collection': return [collection, el(resource.tree === 'calendars' ? caldav('calendar') : carddav('addressbook'))];
    case 'member': return [];
    default: return [collection];
  }
}

function privilegeNames(resource: Resource, scene: Scene): readonly string[] {
  if (resource.kind === 'collection' || resource.kind === 'member') {
    return privilegesOf(resource.rights, resource.collection.owner === scene.user.email);
  }
  const ownHome = resource.kind === 'home' && resource.home === scene.user.email;
  const names = ownHome ? ['all', 'read', 'write', 'bind', 'unbind'] : ['read'];
  return [...names, 'read-current-user-privilege-set'].map(dav);
}

function ownerOf(resource: Resource, scene: Scene): string | undefined {
  switch (resource.kind) {
    case 'principal': return resource.path;
    case 'home': return principalPath(resource.tree, pseudoOwner(resource, scene) ?? resource.home);
    case 'collection': case 'member': {
      const { collection, tree } = resource;
      const owner = collection.owner ?? pseudoOwner({ tree, home: collection.home }, scene);
      return owner === undefined ? undefined : principalPath(tree, owner);
    }
    default: return undefined;
  }
}

const pseudoOwner = ({ tree, home }: { readonly tree: Resource['tree']; readonly home: string }, scene: Scene): string | undefined =>
  scene.office.principals(tree).find((principal) => principal.homes.includes(home))?.name;

function displayNameOf(resource: Resource): string | undefined {
  if (resource.kind === 'collection') return resource.collection.displayName;
  return resource.kind === 'principal' ? resource.displayName : undefined;
}

const optional = (value: string | undefined): readonly string[] | undefined => (value === undefined ? undefined : [value]);

const onMember = (value: (resource: MemberResource, scene: Scene) => string | undefined) =>
  (resource: Resource, scene: Scene): readonly string[] | undefined => (resource.kind === 'member' ? optional(value(resource, scene)) : undefined);

export const davProperties: readonly PropertyRow[] = [
  { name: dav('resourcetype'), common: true, of: typesOf },
  { name: dav('displayname'), common: true, of: (resource) => optional(displayNameOf(resource)) },
  { name: dav('getetag'), common: true, of: onMember((resource, { quirks }) => (quirks.etagInListing ? etagOf(resource.member, quirks) : undefined)) },
  { name: dav('getcontenttype'), common: true, of: onMember((resource, scene) => contentOf(resource, scene).type) },
  { name: dav('getcontentlength'), common: true, of: onMember((resource, scene) => String(Buffer.byteLength(contentOf(resource, scene).text))) },
  { name: dav('getlastmodified'), common: true, of: onMember((resource) => new Date(resource.member.modified).toUTCString()) },
  { name: dav('creationdate'), common: true, of: (resource) => optional(resource.kind === 'collection' ? resource.collection.created : undefined) },
  {
    name: dav('sync-token'),
    of: (resource, { office, quirks }) => (resource.kind === 'collection' && quirks.syncCollection ? [syncTokenOf(office.store.revision(resource.path), quirks)] : undefined),
  },
  {
    name: dav('supported-report-set'),
    of: (resource, scene) => supportedReports(resource, scene).map((report) => el(dav('supported-report'), scene.quirks.reportSetFlat ? el(report) : el(dav('report'), el(report)))),
  },
  { name: dav('current-user-principal'), of: (resource, scene) => [href(principalPath(resource.tree, scene.user.email), scene)] },
  { name: dav('principal-collection-set'), of: (resource, scene) => [href(principalsPath(resource.tree), scene)] },
  { name: dav('principal-URL'), of: (resource, scene) => (resource.kind === 'principal' ? [href(resource.path, scene)] : undefined) },
  { name: dav('owner'), of: (resource, scene) => optional(ownerOf(resource, scene))?.map((owner) => href(owner, scene)) },
  {
    name: dav('current-user-privilege-set'),
    of: (resource, scene) => (scene.quirks.privilegesHidden ? undefined : privilegeNames(resource, scene).map((name) => el(dav('privilege'), el(name)))),
  },
];

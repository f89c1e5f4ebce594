// From a path to what lies there, and whether this user may know of it. What he may not, he is answered 404 for (research 1.4).
import type { OfficeCollection } from './office-collection.js';
import { homePath, homesPath, principalPath, principalsPath, trees, bases } from './paths.js';
import type { Tree } from './paths.js';
import type { CollectionRecord, MemberRecord, Right } from './records.js';
import type { Scene } from './reply.js';
import { knows, rightsOf } from './rights.js';

interface InTree { readonly tree: Tree; readonly path: string }
interface InCollection extends InTree { readonly collection: CollectionRecord; readonly collectionPath: string; readonly rights: ReadonlySet<Right> }

export type CollectionResource = InCollection & { readonly kind: 'collection' };
export type MemberResource = InCollection & { readonly kind: 'member'; readonly member: MemberRecord };
export type PrincipalResource = InTree & { readonly kind: 'principal'; readonly name: string; readonly displayName: string; readonly homes: readonly string[] };

export type Resource =
  | (InTree & { readonly kind: 'base' | 'principals' | 'homes' })
  | PrincipalResource
  | (InTree & { readonly kind: 'home'; readonly home: string })
  | CollectionResource
  | MemberResource
  /** Nothing yet: a collection or a member could be made here. */
  | (InTree & { readonly kind: 'newCollection'; readonly home: string; readonly name: string })
  | (InCollection & { readonly kind: 'newMember'; readonly name: string });

function rightsIn(scene: Scene, collection: CollectionRecord): ReadonlySet<Right> {
  if (scene.quirks.personalBookHidden && collection.tree === 'addressbooks' && collection.scope === 'personal') return new Set();
  const owner = collection.owner === undefined ? undefined : scene.office.user(collection.owner).record;
  return rightsOf(collection, scene.user, owner);
}

function principalAt(scene: Scene, tree: Tree, name: string): PrincipalResource | undefined {
  const path = principalPath(tree, name);
  const person = scene.office.users().find((user) => user.email === name);
  if (person) return { kind: 'principal', tree, path, name, displayName: person.name, homes: [name] };
  const company = scene.office.principals(tree).find((principal) => principal.name === name);
  return company && { kind: 'principal', tree, path, name, displayName: company.displayName, homes: company.homes };
}

const knownIn = (scene: Scene, tree: Tree, home: string): readonly OfficeCollection[] => scene.office.collections()
  .filter(({ record }) => record.tree === tree && record.home === home && knows(rightsIn(scene, record)));

/** A home is known to its owner, to those who act for him, and, if it is the company's, to all who know something in it. */
function mayKnowHome(scene: Scene, tree: Tree, home: string): boolean {
  const owner = scene.office.users().find((user) => user.email === home);
  if (owner === undefined) return knownIn(scene, tree, home).length > 0;
  return home === scene.user.email || scene.user.email in owner.record.delegates;
}

const memberResource = (collection: CollectionResource, member: MemberRecord): MemberResource =>
  ({ ...collection, kind: 'member', path: `${collection.collectionPath}${member.name}`, member });

function collectionAt(scene: Scene, tree: Tree, path: string): CollectionResource | undefined {
  const collection = scene.office.store.read('collection', path) as CollectionRecord | undefined;
  const rights = collection && rightsIn(scene, collection);
  return collection && rights && knows(rights) ? { kind: 'collection', tree, path, collection, collectionPath: path, rights } : undefined;
}

function below(scene: Scene, tree: Tree, segments: readonly string[]): Resource | undefined {
  const [home = '', name, memberName, ...deeper] = segments;
  if (deeper.length > 0) return undefined;
  if (name === undefined) return mayKnowHome(scene, tree, home) ? { kind: 'home', tree, path: homePath(tree, home), home } : undefined;
  const path = `${homePath(tree, home)}${name}/`;
  const collection = collectionAt(scene, tree, path);
  if (collection === undefined) return memberName === undefined && home === scene.user.email ? { kind: 'newCollection', tree, path, home, name } : undefined;
  if (memberName === undefined) return collection;
  const member = scene.office.store.member(path, memberName);
  return member ? memberResource(collection, member) : { ...collection, kind: 'newMember', path: `${path}${memberName}`, name: memberName };
}

/** What lies at a decoded path, trailing slash or not; undefined if nothing does, or nothing that this user may know of. */
export function resourceAt(scene: Scene, path: string): Resource | undefined {
  const slashed = path.replace(/\/*$/, '/');
  const tree = trees.find((candidate) => slashed.startsWith(bases[candidate]));
  if (tree === undefined) return undefined;
  const [top, ...rest] = slashed.slice(bases[tree].length).split('/').filter((segment) => segment !== '');
  if (top === undefined) return { kind: 'base', tree, path: bases[tree] };
  if (top === 'principals') {
    const [name, ...deeper] = rest;
    if (name === undefined) return { kind: 'principals', tree, path: principalsPath(tree) };
    return deeper.length === 0 ? principalAt(scene, tree, name) : undefined;
  }
  if (top !== tree) return undefined;
  return rest.length === 0 ? { kind: 'homes', tree, path: homesPath(tree) } : below(scene, tree, rest);
}

/** Members one level down, as PROPFIND at depth 1 lists them. */
export function childrenOf(scene: Scene, resource: Resource): readonly Resource[] {
  const at = (path: string): readonly Resource[] => [resourceAt(scene, path)].filter((found) => found !== undefined);
  switch (resource.kind) {
    case 'base': return [...at(principalsPath(resource.tree)), ...at(homesPath(resource.tree))];
    case 'principals': return at(principalPath(resource.tree, scene.user.email));
    case 'homes': return scene.quirks.homesListed ? homesOf(scene, resource.tree).flatMap((home) => at(homePath(resource.tree, home))) : [];
    case 'home': return knownIn(scene, resource.tree, resource.home).flatMap(({ path }) => at(path));
    case 'collection': return !resource.rights.has('read') ? [] : scene.office.store.members(resource.path).map((member) => memberResource(resource, member));
    default: return [];
  }
}

const homesOf = (scene: Scene, tree: Tree): readonly string[] =>
  [...new Set([...scene.office.users().map(({ email }) => email), ...scene.office.principals(tree).flatMap(({ homes }) => homes)])];

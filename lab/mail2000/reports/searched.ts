// The members that a query looks through: the collection's, seen through the lagging index.
import type { Scene } from '../reply.js';
import type { CollectionResource, MemberResource } from '../resource.js';

export function searched(resource: CollectionResource, { office, lag }: Scene): readonly MemberResource[] {
  return lag.search(resource.path, office.store.members(resource.path))
    .map((member) => ({ ...resource, kind: 'member', path: `${resource.path}${member.name}`, member }));
}

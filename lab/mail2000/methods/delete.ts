// DELETE: final, there is no trash (M11).
import { failedPrecondition } from '../etag.js';
import { forbidden, lacksRight } from '../refusals.js';
import { notFound } from '../reply.js';
import type { Reply, Request, Scene } from '../reply.js';
import { noteMails } from '../scheduling.js';
import type { Resource } from '../resource.js';

export function remove(request: Request, resource: Resource, scene: Scene): Reply {
  const { office, quirks, lag } = scene;
  switch (resource.kind) {
    case 'member': {
      if (!resource.rights.has('remove')) return lacksRight(resource.collectionPath, 'remove', scene);
      const failed = failedPrecondition(request, resource.member, quirks);
      if (failed) return failed;
      lag.note(resource.collectionPath, resource.member.name, { before: resource.member, quirks });
      office.store.remove(resource.collectionPath, resource.member.name);
      if (resource.tree === 'calendars') noteMails({ before: resource.member.text, after: undefined, quiet: request.headers['schedule-reply'] === 'F' }, scene);
      return { status: 204 };
    }
    case 'collection':
      if (quirks.collectionDeleteRefused || resource.collection.owner !== scene.user.email) return forbidden('Permission denied to delete node');
      office.removeCollection(resource.path);
      return { status: 204 };
    case 'newMember': case 'newCollection': return notFound(request.path);
    default: return forbidden('Permission denied to delete node');
  }
}

// GET and HEAD of a member.
import { etagOf, failedPrecondition } from '../etag.js';
import { contentOf } from '../objects/given-out.js';
import { notFound, refuse } from '../reply.js';
import type { Reply, Request, Scene } from '../reply.js';
import type { Resource } from '../resource.js';

export function get(request: Request, resource: Resource, scene: Scene): Reply {
  if (resource.kind === 'newMember' && scene.quirks.missingForbidden) return refuse(403, { exception: 'Forbidden', message: 'Not here' });
  if (resource.kind === 'newCollection' || resource.kind === 'newMember') return notFound(request.path);
  if (resource.kind !== 'member') return refuse(501, { exception: 'NotImplemented', message: 'GET is only implemented for File objects' });
  const failed = failedPrecondition(request, resource.member, scene.quirks);
  if (failed) return failed;
  const { text, type } = contentOf(resource, scene, request.headers.accept);
  return {
    status: 200, body: text,
    headers: { 'content-type': type, etag: etagOf(resource.member, scene.quirks), 'last-modified': new Date(resource.member.modified).toUTCString() },
  };
}

// COPY and MOVE of a member to another place in the same tree (RFC 4918 sections 9.8, 9.9).
import { decodePath } from '../paths.js';
import { forbidden, lacksRight } from '../refusals.js';
import { badRequest, notFound, refuse } from '../reply.js';
import type { Reply, Request, Scene } from '../reply.js';
import { resourceAt } from '../resource.js';
import type { Resource } from '../resource.js';
import { uidConflict } from './uid-conflict.js';

export function move(request: Request, resource: Resource, scene: Scene): Reply {
  if (resource.kind === 'newMember' || resource.kind === 'newCollection') return notFound(request.path);
  if (resource.kind !== 'member') return forbidden('Collections cannot be moved or copied');
  const moving = request.method === 'MOVE';
  if (moving && !resource.rights.has('remove')) return lacksRight(resource.collectionPath, 'remove', scene);
  const destination = request.headers['destination'];
  const path = typeof destination === 'string' ? decodePath(destination) : undefined;
  if (path === undefined) return badRequest('The Destination header is missing');
  const target = resourceAt(scene, path);
  if (target?.tree !== resource.tree || (target.kind !== 'member' && target.kind !== 'newMember') || target.path === resource.path) {
    return refuse(409, { exception: 'Conflict', message: 'The destination cannot take this object' });
  }
  if (target.kind === 'member' && request.headers['overwrite'] === 'F') {
    return refuse(412, { exception: 'PreconditionFailed', message: 'The destination exists and Overwrite is F' });
  }
  const right = target.kind === 'member' ? 'change' : 'add';
  if (!target.rights.has(right)) return lacksRight(target.collectionPath, right, scene);
  const { text, uid, name, collection } = resource.member;
  const inside = moving && target.collectionPath === resource.collectionPath;
  const conflict = uid === undefined || inside ? undefined : uidConflict(target, uid, scene);
  if (conflict) return conflict;

  scene.office.store.put({ collection: target.collectionPath, name: target.kind === 'member' ? target.member.name : target.name, text, uid });
  if (moving) scene.office.store.remove(collection, name);
  return { status: target.kind === 'member' ? 204 : 201 };
}

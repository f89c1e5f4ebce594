// PROPFIND (RFC 4918 section 9.1) at depth 0 and 1.
import { propertyRow } from '../properties/table.js';
import { multistatus, notFound, refuse } from '../reply.js';
import type { Reply, Request, Scene } from '../reply.js';
import { bodyElement, depthOf, wantedIn } from '../request.js';
import { childrenOf } from '../resource.js';
import type { Resource } from '../resource.js';
import { dav } from '../xml/names.js';
import { el } from '../xml/write.js';

export function propfind(request: Request, resource: Resource, scene: Scene): Reply {
  if (resource.kind === 'newCollection' || resource.kind === 'newMember') return notFound(request.path);
  const depth = depthOf(request);
  if (depth === 'infinity') {
    return refuse(403, { exception: 'Forbidden', message: 'Depth infinity is not served', condition: el(dav('propfind-finite-depth')) });
  }
  const wanted = wantedIn(bodyElement(request));
  const listed = depth === '1' ? [resource, ...childrenOf(scene, resource)] : [resource];
  return multistatus(listed.map((one) => propertyRow(one, wanted, { scene })));
}

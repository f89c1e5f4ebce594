// One request from login to reply. Knows nothing of sockets, faults or logs.
import { login, unauthorized } from './login.js';
import type { Desk } from './login.js';
import { get } from './methods/get.js';
import { makeCollection } from './methods/make-collection.js';
import { move } from './methods/move.js';
import { allowed, options } from './methods/options.js';
import { propfind } from './methods/propfind.js';
import { proppatch } from './methods/proppatch.js';
import { put } from './methods/put.js';
import { remove } from './methods/delete.js';
import { report } from './methods/report.js';
import { bases, trees } from './paths.js';
import { lacksRight } from './refusals.js';
import { badRequest, notFound, refuse } from './reply.js';
import type { Reply, Request, Scene } from './reply.js';
import { resourceAt } from './resource.js';
import type { Resource } from './resource.js';
import { XmlProblem } from './xml/read.js';

type Method = (request: Request, resource: Resource, scene: Scene) => Reply;

const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['OPTIONS', options], ['GET', get], ['HEAD', get], ['PUT', put], ['DELETE', remove], ['PROPFIND', propfind],
  ['PROPPATCH', proppatch], ['REPORT', report], ['MKCALENDAR', makeCollection], ['MKCOL', makeCollection], ['COPY', move], ['MOVE', move],
]);

/** Outside the two roots there is only the web server, which asks for no login (no well-known: research 1.1). */
const outside = (path: string): boolean => !trees.some((tree) => `${path}/`.startsWith(bases[tree]));

export interface Answered {
  readonly reply: Reply;
  readonly user?: string;
}

export type Answering = Desk & Pick<Scene, 'lag' | 'mails'>;

export function answer(request: Request, desk: Answering): Answered {
  const { redirect } = desk.quirks;
  if (redirect && request.path.startsWith(redirect.from)) {
    return { reply: { status: redirect.status, headers: { location: `${redirect.to}${encodeURI(request.path.slice(redirect.from.length))}` } } };
  }
  if (outside(request.path)) return { reply: { status: 404, headers: { 'content-type': 'text/html' }, body: '<html><body>404 Not Found</body></html>' } };
  const user = login(request, desk);
  if (user === undefined) return { reply: unauthorized(request) };
  const scene: Scene = { office: desk.office, quirks: desk.quirks, lag: desk.lag, mails: desk.mails, user };
  return { reply: served(request, scene), user: user.email };
}

/** What a user who knows of a collection without the right to read it is refused; its own properties he sees. */
const reads = (method: string, { kind }: Resource): boolean =>
  ['GET', 'HEAD', 'REPORT', 'COPY', 'MOVE'].includes(method) || (method === 'PROPFIND' && kind === 'member');

function served(request: Request, scene: Scene): Reply {
  const method = methods.get(request.method);
  if (method === undefined) {
    return refuse(501, { exception: 'NotImplemented', message: `There was no handler found for this "${request.method}" method`, headers: { allow: allowed } });
  }
  const resource = resourceAt(scene, request.path);
  if (resource === undefined) return notFound(request.path);
  if ('rights' in resource && !resource.rights.has('read') && reads(request.method, resource)) return lacksRight(resource.path, 'read', scene);
  try {
    return method(request, resource, scene);
  } catch (error) {
    if (error instanceof XmlProblem) return badRequest(error.message);
    throw error;
  }
}

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
import { bases, hrefOf, trees } from './paths.js';
import type { Quirks } from './quirks.js';
import { lacksRight } from './refusals.js';
import { badRequest, multistatus, notFound, refuse } from './reply.js';
import type { Reply, Request, Scene } from './reply.js';
import { resourceAt } from './resource.js';
import type { Resource } from './resource.js';
import { dav } from './xml/names.js';
import { XmlProblem } from './xml/read.js';
import { el } from './xml/write.js';
import type { Xml } from './xml/write.js';

type Method = (request: Request, resource: Resource, scene: Scene) => Reply;

const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['OPTIONS', options], ['GET', get], ['HEAD', get], ['PUT', put], ['DELETE', remove], ['PROPFIND', propfind],
  ['PROPPATCH', proppatch], ['REPORT', report], ['MKCALENDAR', makeCollection], ['MKCOL', makeCollection], ['COPY', move], ['MOVE', move],
]);

/** Outside the two roots, and where the service is off, there is only the web server, which asks for no login (no well-known: research 1.1). */
const outside = (path: string, quirks: Quirks): boolean =>
  !trees.some((tree) => `${path}/`.startsWith(bases[tree]) && quirks.davOff !== 'both' && quirks.davOff !== tree);

/** The webmail's login page, and the one of single sign-on where a site has that (research 1.3). */
function webPage(path: string, quirks: Quirks): Reply {
  const found = path === '/cgi-bin/login' || (path === '/cgi-bin/saml_login' && quirks.appPasswordOnly);
  return { status: found ? 200 : 404, headers: { 'content-type': 'text/html' }, body: `<html><body>${found ? 'Mail2000' : '404 Not Found'}</body></html>` };
}

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
  if (outside(request.path, desk.quirks)) return { reply: webPage(request.path, desk.quirks) };
  const user = login(request, desk);
  if (user === undefined) return { reply: desk.quirks.anonymous207 ? nobody(request, desk.quirks) : unauthorized(request) };
  const scene: Scene = { office: desk.office, quirks: desk.quirks, lag: desk.lag, mails: desk.mails, user };
  return { reply: inRow(served(request, scene), request, desk.quirks), user: user.email };
}

const nobody = ({ path }: Request, quirks: Quirks): Reply =>
  multistatus([{ href: hrefOf(path, quirks), propstats: [{ status: 200, properties: [el(dav('current-user-principal'), el(dav('unauthenticated')))] }] }]);

/** Xandikos answers 207 and tells the error in the row. */
function inRow(reply: Reply, { method, path }: Request, quirks: Quirks): Reply {
  const told = quirks.errorsIn207 && ['PUT', 'MKCALENDAR', 'MKCOL'].includes(method) && reply.status >= 400 && reply.xml !== undefined;
  return told ? multistatus([{ href: hrefOf(path, quirks), status: reply.status, ...conditionIn(reply.xml) }]) : reply;
}

function conditionIn(error: Xml | undefined): { readonly error?: Xml } {
  const condition = error?.children.find((child): child is Xml => typeof child !== 'string' && /^\{(DAV:|urn:)/.test(child.name));
  return condition === undefined ? {} : { error: condition };
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

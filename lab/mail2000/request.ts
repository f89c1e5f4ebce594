// From a Node request to ours: decoded path, whole body as text, and what every method reads from headers.
import type { IncomingMessage } from 'node:http';
import { decodePath } from './paths.js';
import type { Request } from './reply.js';
import { childOf, readXml } from './xml/read.js';
import type { XmlElement } from './xml/read.js';
import { dav } from './xml/names.js';
import type { Wanted } from './properties/table.js';

/** Bodies are UTF-8; anything else is read as Latin-1, as SabreDAV does. */
function textOf(octets: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    return octets.toString('latin1');
  }
}

/** Reads to the end of the body. The path is undefined where its percent sequences are broken. */
export async function receive(message: IncomingMessage): Promise<Omit<Request, 'path'> & { readonly path: string | undefined }> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return { method: message.method ?? 'GET', path: decodePath(message.url ?? '/'), headers: message.headers, body: textOf(Buffer.concat(chunks)) };
}

/** The Depth header; a missing one means infinity (RFC 4918 section 9.1). */
export function depthOf(request: Request): '0' | '1' | 'infinity' {
  const depth = request.headers['depth'];
  return depth === '0' || depth === '1' ? depth : 'infinity';
}

export const bodyElement = (request: Request): XmlElement | undefined => (request.body.trim() === '' ? undefined : readXml(request.body));

/** What a propfind or report body asks for. */
export function wantedIn(body: XmlElement | undefined): Wanted {
  const prop = childOf(body, dav('prop'));
  if (prop) return { kind: 'named', names: prop.children.map(({ name }) => name) };
  return childOf(body, dav('propname')) ? { kind: 'names' } : { kind: 'common' };
}

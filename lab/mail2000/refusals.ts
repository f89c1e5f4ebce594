// Refusals with a named precondition that several methods share.
import { hrefOf } from './paths.js';
import { refuse } from './reply.js';
import type { Reply, Scene } from './reply.js';
import { privilege } from './rights.js';
import type { Right } from './records.js';
import { dav } from './xml/names.js';
import { el } from './xml/write.js';

/** 403 with need-privileges: which privilege on which resource is missing (RFC 3744 section 7.1.1). */
export function lacksRight(path: string, right: Right, { quirks }: Pick<Scene, 'quirks'>): Reply {
  const name = privilege(right);
  return refuse(403, {
    exception: 'NeedPrivileges',
    message: `User did not have the required privileges (${name}) for path "${path}"`,
    condition: el(dav('need-privileges'), el(dav('resource'), el(dav('href'), hrefOf(path, quirks)), el(dav('privilege'), el(name)))),
  });
}

export const forbidden = (message: string): Reply => refuse(403, { exception: 'Forbidden', message });

// calendar-multiget (RFC 4791 section 7.9) and addressbook-multiget (RFC 6352 section 8.7).
import { decodePath, hrefOf } from '../paths.js';
import { badRequest, multistatus, notFound } from '../reply.js';
import type { Reply, Row } from '../reply.js';
import { resourceAt } from '../resource.js';
import type { MemberResource } from '../resource.js';
import { dav } from '../xml/names.js';
import { childrenOf } from '../xml/read.js';
import { dataRow } from './object-data.js';
import type { ReportCall } from './supported.js';

function multiget({ resource, body, scene }: ReportCall): Reply {
  const asked = childrenOf(body, dav('href')).map(({ text }) => ({ path: decodePath(text.trim()) ?? text }));
  if (asked.length === 0) return badRequest('The multiget names no href');
  const found = asked.map(({ path }) => ({ path, member: memberAt(path) }));
  const missing = found.find(({ member }) => member === undefined);
  if (missing && scene.quirks.multigetMissing === 'whole404') return notFound(missing.path);
  return multistatus(found.flatMap(({ path, member }): readonly Row[] => {
    if (member) return [dataRow(member, body, scene)];
    return scene.quirks.multigetMissing === 'rows404' ? [{ href: hrefOf(path, scene.quirks), status: 404 }] : [];
  }));

  function memberAt(path: string): MemberResource | undefined {
    const at = path.startsWith(resource.path) ? resourceAt(scene, path) : undefined;
    return at?.kind === 'member' ? at : undefined;
  }
}

export const calendarMultiget = multiget;
export const addressbookMultiget = multiget;

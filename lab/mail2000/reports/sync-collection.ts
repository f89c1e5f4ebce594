// sync-collection (RFC 6578).
import { hrefOf } from '../paths.js';
import { propertyRow } from '../properties/table.js';
import type { MemberRecord } from '../records.js';
import { badRequest, multistatus, refuse, systemError } from '../reply.js';
import type { Reply, Row } from '../reply.js';
import { wantedIn } from '../request.js';
import { dav } from '../xml/names.js';
import { childOf } from '../xml/read.js';
import { el } from '../xml/write.js';
import type { ReportCall } from './supported.js';
import { revisionOf, syncTokenOf } from './sync-token.js';

const invalidToken = (): Reply =>
  refuse(403, { exception: 'InvalidSyncToken', message: 'The specified sync token is invalid', condition: el(dav('valid-sync-token')) });

function pageSize(call: ReportCall): number {
  const asked = Number(childOf(childOf(call.body, dav('limit')), dav('nresults'))?.text ?? Infinity);
  const ours = call.scene.quirks.syncPages > 0 ? call.scene.quirks.syncPages : Infinity;
  return Math.max(1, Math.min(asked, ours));
}

export function syncCollection(call: ReportCall): Reply {
  const { resource, body, scene, request } = call;
  // RFC 6578 section 3.2 wants 0; drafts and old clients send 1 (appendix A).
  if (request.headers['depth'] === 'infinity') return badRequest('Depth must be 0');
  const token = childOf(body, dav('sync-token'))?.text.trim();
  if (token === undefined) return badRequest('The sync-token element is required');
  const latest = scene.office.store.revision(resource.path);
  const since = token === '' ? 0 : revisionOf(token);
  if (since === undefined || since > latest) return scene.quirks.tokenBare ? systemError() : invalidToken();

  const changes = scene.office.store.changesSince(resource.path, since).filter((change) => token !== '' || scene.quirks.goneInFirstSync || !change.gone);
  const page = changes.slice(0, pageSize(call));
  const rowOf = (member: MemberRecord): Row => {
    const path = `${resource.path}${member.name}`;
    return member.gone ? { href: hrefOf(path, scene.quirks), status: 404 } : propertyRow({ ...resource, kind: 'member', path, member }, wantedIn(body), { scene });
  };
  if (page.length === changes.length) return multistatus(page.map(rowOf), syncTokenOf(latest, scene.quirks));
  const more: Row = { href: hrefOf(resource.path, scene.quirks), status: 507, error: el(dav('number-of-matches-within-limits')) };
  return multistatus([...page.map(rowOf), more], syncTokenOf(page.at(-1)?.revision ?? since, scene.quirks));
}

// A UID may stand only once: in the collection (RFC 4791 section 5.3.2.1, RFC 6352 section 6.3.2.1), on some servers in the account (Q28).
import { hrefOf } from '../paths.js';
import type { MemberRecord } from '../records.js';
import { refuse } from '../reply.js';
import type { Reply, Scene } from '../reply.js';
import type { Resource } from '../resource.js';
import { caldav, carddav, dav } from '../xml/names.js';
import { el } from '../xml/write.js';

/** The refusal for a UID that another object holds, naming that object; undefined if none does. */
export function uidConflict(target: Resource & { readonly kind: 'member' | 'newMember' }, uid: string, scene: Scene): Reply | undefined {
  const { uidScope } = scene.quirks;
  const owners = new Map(scene.office.collections().map(({ path, record }) => [path, record]));
  const sameAccount = (member: MemberRecord): boolean =>
    owners.get(member.collection)?.tree === target.tree && owners.get(member.collection)?.home === target.collection.home;
  const other = scene.office.store.membersByUid(uid).find((member) =>
    `${member.collection}${member.name}` !== target.path && (uidScope === 'account' ? sameAccount(member) : member.collection === target.collectionPath));
  if (uidScope === 'none' || other === undefined) return undefined;
  const href = el(dav('href'), hrefOf(`${other.collection}${other.name}`, scene.quirks));
  const message = `Another object has the UID ${uid}`;
  if (target.tree === 'addressbooks') return refuse(409, { exception: 'Conflict', message, condition: el(carddav('no-uid-conflict'), href) });
  return uidScope === 'account'
    ? refuse(403, { exception: 'Forbidden', message, condition: el(caldav('unique-scheduling-object-resource'), href) })
    : refuse(409, { exception: 'Conflict', message, condition: el(caldav('no-uid-conflict'), href) });
}

// PUT of a member: right, condition, size, shape, UID, back end, name; in that order, each able to refuse.
import { randomUUID } from 'node:crypto';
import { etagOf, failedPrecondition } from '../etag.js';
import { backendAnswer } from '../objects/backend.js';
import { judgeCalendar } from '../objects/calendar-object.js';
import { judgeCard } from '../objects/card-object.js';
import { rewritten } from '../objects/rewriting.js';
import type { Accepted, Verdict } from '../objects/verdict.js';
import { hrefOf } from '../paths.js';
import { lacksRight } from '../refusals.js';
import { notFound, refuse, systemError } from '../reply.js';
import type { Reply, Request, Scene } from '../reply.js';
import type { Resource } from '../resource.js';
import { noteMails } from '../scheduling.js';
import { caldav, carddav } from '../xml/names.js';
import { el } from '../xml/write.js';
import { uidConflict } from './uid-conflict.js';

type Target = Resource & { readonly kind: 'member' | 'newMember' };

const memberOf = (target: Target) => (target.kind === 'member' ? target.member : undefined);

function refusedBefore(request: Request, target: Target, scene: Scene): Reply | undefined {
  const present = memberOf(target);
  if (present && !target.rights.has('change')) return lacksRight(target.path, 'change', scene);
  if (!present && !target.rights.has('add')) return lacksRight(target.collectionPath, 'add', scene);
  if (scene.quirks.ifNoneMatchRefused && request.headers['if-none-match'] !== undefined) return systemError();
  const failed = failedPrecondition(request, present, scene.quirks);
  if (failed) return failed;
  if (Buffer.byteLength(request.body) <= scene.quirks.maxSize) return undefined;
  const condition = el((target.tree === 'calendars' ? caldav : carddav)('max-resource-size'));
  return refuse(403, { exception: 'Forbidden', message: `The object is larger than ${scene.quirks.maxSize} octets`, condition });
}

function judge(request: Request, target: Target, { quirks }: Scene): Verdict {
  const strict = /handling=strict/i.test(String(request.headers['prefer'] ?? ''));
  return target.tree === 'calendars'
    ? judgeCalendar(request.body, { quirks, strict, components: target.collection.components })
    : judgeCard(request.body, { quirks, strict });
}

/** The name to store under: the one asked for, or for a new object one of the server's own (M3). */
function storedName(target: Target, { quirks }: Scene): string {
  if (target.kind === 'member') return target.member.name;
  return quirks.hrefNotUid === false ? target.name : `${randomUUID()}${target.tree === 'calendars' ? '.ics' : '.vcf'}`;
}

function store(target: Target, { text, uid }: Accepted, scene: Scene) {
  const name = storedName(target, scene);
  scene.lag.note(target.collectionPath, name, { before: memberOf(target), quirks: scene.quirks });
  return scene.office.store.put({ collection: target.collectionPath, name, text, uid });
}

/** The notification that fails after the object is stored (M1). */
const failsAfterwards = ({ putFalse500 }: Scene['quirks'], tree: Target['tree'], text: string): boolean =>
  putFalse500 === true || (putFalse500 === 'attendees' && tree === 'calendars' && /^ATTENDEE[;:]/im.test(text));

export function put(request: Request, resource: Resource, scene: Scene): Reply {
  const { quirks } = scene;
  if (resource.kind === 'newCollection') return notFound(request.path);
  if (resource.kind !== 'member' && resource.kind !== 'newMember') return refuse(409, { exception: 'Conflict', message: 'PUT is not allowed on non-files.' });
  const refused = refusedBefore(request, resource, scene);
  if (refused) return refused;
  const verdict = judge(request, resource, scene);
  if (!verdict.accepted) return verdict.reply;
  const conflict = uidConflict(resource, verdict.uid, scene);
  if (conflict) return conflict;
  const answer = resource.tree === 'calendars' ? backendAnswer(verdict.text, quirks) : 'stores';
  if (answer === 'fails') return systemError();

  const stored = store(resource, { ...verdict, text: rewritten(verdict.text, resource.tree, quirks) }, scene);
  if (answer === 'destroys') scene.office.store.remove(stored.collection, stored.name);
  if (resource.tree === 'calendars') noteMails({ before: memberOf(resource)?.text, after: stored.text, quiet: false }, scene);
  if (failsAfterwards(quirks, resource.tree, stored.text)) return systemError();
  const exact = stored.text === request.body;
  const tagged = quirks.etagOnPut && (exact || quirks.etagOnRewrite);
  const renamed = resource.kind === 'newMember' && stored.name !== resource.name && quirks.hrefNotUid === true;
  return {
    status: resource.kind === 'member' ? 204 : 201,
    headers: {
      ...(tagged ? { etag: etagOf(stored, quirks) } : {}),
      ...(verdict.text === request.body ? {} : { 'x-sabre-ew-gross': 'yes' }),
      ...(renamed ? { location: hrefOf(`${stored.collection}${stored.name}`, quirks) } : {}),
    },
  };
}

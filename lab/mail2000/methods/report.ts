// REPORT (RFC 3253 section 3.6): hands the body to the report that it names.
import { badRequest, notFound, refuse } from '../reply.js';
import type { Reply, Request, Scene } from '../reply.js';
import { addressbookQuery } from '../reports/addressbook-query.js';
import { calendarQuery } from '../reports/calendar-query.js';
import { addressbookMultiget, calendarMultiget } from '../reports/multiget.js';
import { supportedReports } from '../reports/supported.js';
import type { ReportCall } from '../reports/supported.js';
import { syncCollection } from '../reports/sync-collection.js';
import { bodyElement } from '../request.js';
import type { Resource } from '../resource.js';
import { caldav, carddav, dav } from '../xml/names.js';
import { el } from '../xml/write.js';

const reports: ReadonlyMap<string, (call: ReportCall) => Reply> = new Map([
  [caldav('calendar-query'), calendarQuery],
  [caldav('calendar-multiget'), calendarMultiget],
  [carddav('addressbook-query'), addressbookQuery],
  [carddav('addressbook-multiget'), addressbookMultiget],
  [dav('sync-collection'), syncCollection],
]);

export function report(request: Request, resource: Resource, scene: Scene): Reply {
  if (resource.kind === 'newCollection' || resource.kind === 'newMember') return notFound(request.path);
  const body = bodyElement(request);
  if (body === undefined) return badRequest('The REPORT body is empty');
  const answer = supportedReports(resource, scene).includes(body.name) ? reports.get(body.name) : undefined;
  if (answer === undefined || resource.kind !== 'collection' || (body.name === dav('sync-collection') && scene.quirks.syncCollection === 'advertised')) {
    // SabreDAV since 2.1: 415; before: 403 (Q42).
    return refuse(415, { exception: 'ReportNotSupported', message: `The ${body.name} report is not supported here`, condition: el(dav('supported-report')) });
  }
  return answer({ resource, request, body, scene });
}

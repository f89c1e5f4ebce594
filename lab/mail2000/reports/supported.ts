// Which REPORTs a resource answers; what supported-report-set says and the REPORT method obeys.
import type { CollectionResource, Resource } from '../resource.js';
import type { Request, Scene } from '../reply.js';
import type { XmlElement } from '../xml/read.js';
import { caldav, carddav, dav } from '../xml/names.js';

/** What every report function gets. */
export interface ReportCall {
  readonly resource: CollectionResource;
  readonly request: Request;
  readonly body: XmlElement;
  readonly scene: Scene;
}

const ofTree = {
  calendars: [caldav('calendar-query'), caldav('calendar-multiget')],
  addressbooks: [carddav('addressbook-query'), carddav('addressbook-multiget')],
} as const;

/** Names in Clark notation. */
export function supportedReports(resource: Resource, { quirks }: Scene): readonly string[] {
  if (resource.kind !== 'collection') return [];
  return [...ofTree[resource.tree], ...(quirks.syncCollection ? [dav('sync-collection')] : [])];
}

// Which REPORTs a resource answers; what supported-report-set says and the REPORT method obeys.
import type { Resource } from '../resource.js';
import type { Scene } from '../reply.js';
import type { XmlElement } from '../xml/read.js';
import type { Request } from '../reply.js';
import { caldav, carddav, dav } from '../xml/names.js';

/** What every report function gets. */
export interface ReportCall {
  readonly resource: Resource;
  readonly request: Request;
  readonly body: XmlElement;
  readonly scene: Scene;
}

const ofTree = { calendars: [caldav('calendar-query'), caldav('calendar-multiget')], addressbooks: [carddav('addressbook-query'), carddav('addressbook-multiget')] } as const;

/** Names in Clark notation. */
export function supportedReports(resource: Resource, { quirks }: Scene): readonly string[] {
  if (resource.kind !== 'collection' && resource.kind !== 'home') return [];
  return [...ofTree[resource.tree], ...(resource.kind === 'collection' && quirks.syncCollection ? [dav('sync-collection')] : [])];
}

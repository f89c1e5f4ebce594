// OPTIONS: the headers measured on a Mail2000 site (research 1.2).
import type { Reply, Request, Scene } from '../reply.js';
import type { Resource } from '../resource.js';

const features = {
  calendars: '1, 3, extended-mkcol, access-control, calendarserver-principal-property-search, calendar-access, calendar-proxy',
  addressbooks: '1, 3, extended-mkcol, access-control, calendarserver-principal-property-search, addressbook',
} as const;

export const allowed = 'OPTIONS, GET, HEAD, DELETE, PROPFIND, PUT, PROPPATCH, COPY, MOVE, REPORT';

export function options(_request: Request, resource: Resource, { quirks }: Scene): Reply {
  // SabreDAV lists the making methods only where nothing exists yet.
  const making = resource.kind === 'newCollection' ? ', MKCOL, MKCALENDAR' : '';
  const schedules = quirks.scheduling && resource.tree === 'calendars' ? ', calendar-auto-schedule' : '';
  const headers = { dav: `${features[resource.tree]}${schedules}`, allow: `${allowed}${making}`, 'ms-author-via': 'DAV', 'accept-ranges': 'bytes' };
  return { status: 200, headers };
}

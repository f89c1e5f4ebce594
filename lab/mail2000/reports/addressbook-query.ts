// addressbook-query (RFC 6352 section 8.6). Without a filter it lists the whole book: so are company books read (research 1.2).
import { parseComponents } from '../objects/content-lines.js';
import { hrefOf } from '../paths.js';
import { multistatus } from '../reply.js';
import type { Reply, Row } from '../reply.js';
import { depthOf } from '../request.js';
import { carddav, dav } from '../xml/names.js';
import { childOf, childrenOf } from '../xml/read.js';
import type { XmlElement } from '../xml/read.js';
import { el } from '../xml/write.js';
import { propertyPasses } from './filters.js';
import { dataRow } from './object-data.js';
import { searched } from './searched.js';
import type { ReportCall } from './supported.js';

function passes(text: string, filter: XmlElement | undefined): boolean {
  const filters = childrenOf(filter, carddav('prop-filter'));
  if (filters.length === 0) return true;
  try {
    const card = parseComponents(text, false)[0];
    const test = (one: XmlElement): boolean => card !== undefined && propertyPasses(card, one);
    return filter?.attributes['test'] === 'allof' ? filters.every(test) : filters.some(test);
  } catch {
    return false;
  }
}

export function addressbookQuery({ resource, request, body, scene }: ReportCall): Reply {
  const filter = childOf(body, carddav('filter'));
  const limit = Number(childOf(childOf(body, carddav('limit')), carddav('nresults'))?.text ?? Infinity);
  const members = depthOf(request) === '1' ? searched(resource, scene) : [];
  const found = members.filter(({ member }) => passes(member.text, filter));
  const rows = found.slice(0, limit).map((member) => dataRow(member, body, scene));
  const cut: readonly Row[] = found.length > limit
    ? [{ href: hrefOf(resource.path, scene.quirks), status: 507, error: el(dav('number-of-matches-within-limits')) }]
    : [];
  return multistatus([...rows, ...cut]);
}

// calendar-query (RFC 4791 section 7.8): comp-filter, prop-filter, time-range.
import { parseComponents } from '../objects/content-lines.js';
import type { Component } from '../objects/content-lines.js';
import { badRequest, multistatus } from '../reply.js';
import type { Reply } from '../reply.js';
import { depthOf } from '../request.js';
import { caldav } from '../xml/names.js';
import { childOf, childrenOf } from '../xml/read.js';
import type { XmlElement } from '../xml/read.js';
import { searched } from './searched.js';
import { propertyPasses } from './filters.js';
import { dataRow } from './object-data.js';
import type { ReportCall } from './supported.js';
import { overlaps, rangeOf } from './time-range.js';

function componentPasses(component: Component, filter: XmlElement, text: string): boolean {
  const range = childOf(filter, caldav('time-range'));
  return (range === undefined || overlaps(text, rangeOf(range)))
    && childrenOf(filter, caldav('prop-filter')).every((inner) => propertyPasses(component, inner))
    && childrenOf(filter, caldav('comp-filter')).every((inner) => anyPasses(component.components, inner, text));
}

function anyPasses(components: readonly Component[], filter: XmlElement, text: string): boolean {
  const named = components.filter((component) => component.name === (filter.attributes['name'] ?? '').toUpperCase());
  if (childOf(filter, caldav('is-not-defined'))) return named.length === 0;
  return named.some((component) => componentPasses(component, filter, text));
}

function passes(text: string, filter: XmlElement): boolean {
  try {
    return anyPasses(parseComponents(text, false), filter, text);
  } catch {
    return false;
  }
}

export function calendarQuery({ resource, request, body, scene }: ReportCall): Reply {
  const filter = childOf(childOf(body, caldav('filter')), caldav('comp-filter'));
  if (filter === undefined) return badRequest('The calendar-query has no comp-filter');
  const members = depthOf(request) === '1' ? searched(resource, scene) : [];
  return multistatus(members.filter(({ member }) => passes(member.text, filter)).map((member) => dataRow(member, body, scene)));
}

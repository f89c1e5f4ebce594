// calendar-data and address-data: the member's text inside a report's row.
import { contentOf } from '../objects/given-out.js';
import { expandCalendar } from '../objects/expand.js';
import { propertyRow } from '../properties/table.js';
import type { Row, Scene } from '../reply.js';
import { wantedIn } from '../request.js';
import type { MemberResource } from '../resource.js';
import { caldav, carddav, dav } from '../xml/names.js';
import { childOf } from '../xml/read.js';
import type { XmlElement } from '../xml/read.js';
import { el } from '../xml/write.js';
import { rangeOf } from './time-range.js';

function calendarData(member: MemberResource, scene: Scene, asked: XmlElement): string {
  const { text } = contentOf(member, scene);
  const expand = childOf(asked, caldav('expand'));
  const range = expand && rangeOf(expand);
  return range && scene.quirks.expandServed ? expandCalendar(text, range) : text;
}

/** A member's row with the properties and, if asked for, the data that the report's body names. */
export function dataRow(member: MemberResource, body: XmlElement, scene: Scene): Row {
  const prop = childOf(body, dav('prop'));
  const calendarAsked = childOf(prop, caldav('calendar-data'));
  const cardAsked = childOf(prop, carddav('address-data'));
  const version = `${cardAsked?.attributes['content-type'] ?? ''};${cardAsked?.attributes['version'] ?? ''}`;
  const also = [
    ...(calendarAsked ? [el(calendarAsked.name, calendarData(member, scene, calendarAsked))] : []),
    ...(cardAsked ? [el(cardAsked.name, contentOf(member, scene, version).text)] : []),
  ];
  return propertyRow(member, wantedIn(body), { scene, also });
}

import test from 'ava';
import { multigetBody, proppatchBody, syncCollectionBody, uidQueryBody } from '../../../src/engine/dav/bodies.js';
import { dav } from '../../../src/engine/dav/names.js';
import { everyElement, parseXml } from '../../../src/engine/dav/xml.js';

const texts = (body: string, name: string): readonly string[] =>
  [...everyElement(parseXml(body))].filter((element) => element.name === name).map(({ text }) => text);

const HOSTILE = `</d:href><x a="1">&'"漢`;

test('what a server or a user wrote cannot leave its element', (t) => {
  t.deepEqual(texts(multigetBody({ kind: 'event' }, [`/a/${HOSTILE}`, '/b']), '{DAV:}href'), [`/a/${HOSTILE}`, '/b']);
  t.deepEqual(texts(proppatchBody([[dav('displayname'), HOSTILE]]), '{DAV:}displayname'), [HOSTILE]);
  t.deepEqual(texts(syncCollectionBody(HOSTILE), '{DAV:}sync-token'), [HOSTILE]);
});

test('a query by UID asks for a run that no format escapes, since some servers compare escaped text', (t) => {
  const asked = (uid: string): string | undefined => texts(uidQueryBody({ kind: 'contact' }, uid), '{urn:ietf:params:xml:ns:carddav}text-match')[0];
  t.is(asked('with, commas; andmore'), 'andmore');
  t.is(asked('plain-uid@example.com'), 'plain-uid@example.com');
});

// A company's directory that does not list its members by PROPFIND: asked by addressbook-query.
import test from 'ava';
import type { DavClient } from '../../../src/engine/dav/client.js';
import type { CollectionState } from '../../../src/engine/dav/collection.js';
import type { Multistatus, Row } from '../../../src/engine/dav/multistatus.js';
import { dav } from '../../../src/engine/dav/names.js';
import { PROFILES } from '../../../src/engine/dav/profile.js';
import { M2KError } from '../../../src/engine/errors.js';
import { listCollection, type ListContext } from '../../../src/engine/side/server-side-list.js';
import { realClock } from '../../support/real-clock.js';

const row = (href: string): Row => ({ href, status: null, props: new Map([[dav('getetag'), { name: dav('getetag'), text: '"1"', children: [] }]]) }) as unknown as Row;
const answer = (hrefs: readonly string[], self: Row | null = null): Multistatus => ({ self, members: hrefs.map(row), bad: [], href: '/group/' }) as unknown as Multistatus;

function context(isBook: boolean, reported: Multistatus): { readonly context: ListContext; readonly bodies: string[] } {
  const bodies: string[] = [];
  const client = {
    propfind: () => Promise.reject(new M2KError('Refused', { reason: 'http-403', status: 403 })),
    report: (_href: string, { body }: { readonly body: string }) => { bodies.push(body); return Promise.resolve(reported); },
  } as unknown as DavClient;
  const seen = (): CollectionState => ({ ctag: null, owner: null, created: null, syncToken: null, reports: [] });
  return { bodies, context: { client, collection: '/group/', profile: PROFILES.generic, clock: realClock, seen, isBook, learn: () => undefined, hash: () => Promise.resolve(new Map()) } };
}

test('a book that forbids listing is asked for all its cards by a query', async (t) => {
  const { context: asked, bodies } = context(true, answer(['/group/1.vcf', '/group/2.vcf']));
  t.like(await listCollection(asked), { complete: true, items: [{ id: '/group/1.vcf' }, { id: '/group/2.vcf' }] });
  t.regex(bodies[0] ?? '', /addressbook-query[^]*getetag[^]*<filter xmlns="urn:ietf:params:xml:ns:carddav"\/>/);
});

test('rule 12: a query that was cut off proves nothing about what it lacks', async (t) => {
  const { context: asked } = context(true, answer(['/group/1.vcf'], { ...row('/group/'), status: 507 }));
  t.like(await listCollection(asked), { complete: false, because: 'cut-off' });
});

test('a calendar that forbids listing is not to be had', async (t) => {
  t.like(await t.throwsAsync(listCollection(context(false, answer([])).context)), { code: 'Unavailable', data: { reason: 'collection-forbidden' } });
});

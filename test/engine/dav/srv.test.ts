import test from 'ava';
import { locate } from '../../../src/engine/dav/srv.js';
import type { Resolver } from '../../../src/engine/dav/srv.js';

const resolver = (records: Readonly<Record<string, readonly (readonly [name: string, port: number, priority: number])[]>>, texts: Readonly<Record<string, string>> = {}): Resolver => ({
  resolveSrv: async (name) => {
    if (records[name] === undefined) throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
    return records[name].map(([host, port, priority]) => ({ name: host, port, priority, weight: 1 }));
  },
  resolveTxt: async (name) => (texts[name] === undefined ? [] : [[texts[name]]]),
});

test('a domain says by SRV where its calendars are, by TXT on which path, and the best priority counts', async (t) => {
  const found = resolver({ '_caldavs._tcp.example.com': [['dav2.example.com', 443, 20], ['dav.example.com', 8443, 10]], '_carddavs._tcp.example.com': [['example.com', 443, 0]] },
    { '_caldavs._tcp.example.com': 'path=/caldav/' });
  t.is(await locate('example.com', 'event', found), 'https://dav.example.com:8443/caldav/');
  t.is(await locate('example.com', 'contact', found), 'https://example.com/.well-known/carddav');
});

test('a domain without records, or that names a host of somebody else, is not followed with the password', async (t) => {
  t.is(await locate('example.com', 'event', resolver({})), null);
  t.is(await locate('example.com', 'event', resolver({ '_caldavs._tcp.example.com': [['dav.elsewhere.net', 443, 0], ['notexample.com', 443, 0]] })), null);
});

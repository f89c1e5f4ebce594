// Pictures by address (peers.md row 83): whom the password goes to, how much is taken, and how often a host that fails is asked.
import test from 'ava';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { davClient } from '../../../src/engine/dav/client.js';
import { pictureReader } from '../../../src/engine/dav/pictures.js';
import { JPEG } from '../../support/pictures.js';
import { realClock } from '../../support/real-clock.js';

const OWN = 'https://mail.example.com';

function reader(answer: (url: string) => { readonly status: number; readonly octets: Uint8Array } | Error = () => ({ status: 200, octets: JPEG })) {
  const asked: (readonly [string, boolean])[] = [];
  const read = pictureReader({ origin: OWN, authorization: () => Promise.resolve('Basic x'), octets: ({ url, headers }) => {
    asked.push([url, 'Authorization' in headers]);
    const given = answer(url);
    return given instanceof Error ? Promise.reject(given) : Promise.resolve(given);
  } });
  return { asked, read };
}

test('the account goes to its own server only, and nothing goes anywhere without TLS', async (t) => {
  const { asked, read } = reader();
  for (const address of [`${OWN}/a.jpg`, 'https://cdn.example.org/b.jpg', 'https://mail.example.com:8443/c.jpg']) t.deepEqual(await read(address), JPEG);
  t.deepEqual(asked.map(([, account]) => account), [true, false, false]);
  await t.throwsAsync(read('http://cdn.example.org/b.jpg'));
  t.is(asked.length, 3);
});

test('a host that cannot be reached, refuses the account or fails is asked once; a picture that is missing or too large says nothing of the others', async (t) => {
  for (const [answer, count] of [[new Error('timeout of 15000ms exceeded'), 1], [{ status: 401, octets: JPEG }, 1], [{ status: 502, octets: JPEG }, 1],
    [{ status: 404, octets: JPEG }, 2], [{ status: 302, octets: JPEG }, 2], [new Error('maxContentLength size of 5242880 exceeded'), 2]] as const) {
    const { asked, read } = reader(() => answer);
    for (const name of ['1', '2']) await t.throwsAsync(read(`https://cdn.example.org/${name}.jpg`));
    t.is(asked.length, count, JSON.stringify(answer));
  }
});

test('over HTTP: octets come as they are, more than five megabytes do not', async (t) => {
  const seen: (string | undefined)[] = [];
  const server = createServer(({ url, headers }, response) => {
    seen.push(headers.authorization);
    response.end(url === '/large.jpg' ? Buffer.alloc(5 * 1024 * 1024 + 1) : Buffer.from(JPEG));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  t.teardown(() => { server.close(); });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = davClient({ origin, clock: realClock, certificates: [], credential: () => ({ user: 'u', password: 'p' }) });
  t.teardown(() => { client.close(); });
  t.deepEqual([...await client.picture(`${origin}/small.jpg`)], [...JPEG]);
  await t.throwsAsync(client.picture(`${origin}/large.jpg`), { message: /maxContentLength/ });
  t.is(seen[0], `Basic ${Buffer.from('u:p').toString('base64')}`);
});

import test from 'ava';
import type { Desk } from '../../../src/engine/cli/parts.js';
import { wayFor, wayOf } from '../../../src/engine/cli/way.js';
import type { PolicyValue } from '../../../src/engine/config/policy.js';
import type { Account } from '../../../src/engine/config/settings.js';

const account: Account = { address: 'ming@example.com.tw', host: 'mail.example.com.tw', preset: 'mail2000' };
const policy = (name: string, value: string | number): PolicyValue => ({ from: 'machinePolicy', name, value });

/** A desk that has a proxy for every address, and notes for which it was asked. */
function desk(values: readonly PolicyValue[]): { readonly desk: Desk; readonly asked: string[] } {
  const asked: string[] = [];
  const parts: Pick<Desk, 'readPolicy' | 'proxyFor'> = {
    readPolicy: () => Promise.resolve(values),
    proxyFor: (url) => { asked.push(url); return Promise.resolve('http://proxy.example:8080'); },
  };
  return { desk: parts as Desk, asked };
}

test('the proxy is asked for by the address of the server as policy has it', async (t) => {
  const { desk: one, asked } = desk([policy('MailHost', 'elsewhere.example')]);
  t.deepEqual(await wayOf(one, { account, collections: {} }, await one.readPolicy()), { account: { ...account, host: 'elsewhere.example' }, proxy: 'http://proxy.example:8080' });
  t.deepEqual(asked, ['https://elsewhere.example']);
});

test('a policy of no proxy, or of one, asks Windows for none', async (t) => {
  for (const [value, proxy] of [['none', undefined], ['http://other.example:3128', 'http://other.example:3128']] as const) {
    const { desk: one, asked } = desk([policy('Proxy', value)]);
    t.is((await wayOf(one, { account, collections: {} }, await one.readPolicy())).proxy, proxy);
    t.deepEqual(asked, []);
  }
});

test('desk 16: who connects elsewhere than policy says is refused; what was not asked for is filled in', async (t) => {
  const { desk: one } = desk([policy('MailHost', 'mail.example.com.tw'), policy('CalDavUrl', '/dav/')]);
  t.is((await wayFor(one, account, await one.readPolicy())).account.caldavUrl, '/dav/');
  t.like(await t.throwsAsync(wayFor(one, { ...account, host: 'other.example' }, await one.readPolicy())), { code: 'PolicyBlocked', data: { reason: 'managed', key: 'MailHost' } });
});

test('without an account there is no way', async (t) => {
  t.like(await t.throwsAsync(wayOf(desk([]).desk, { collections: {} }, [])), { code: 'Settings', data: { reason: 'not-connected' } });
});

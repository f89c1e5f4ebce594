import test from 'ava';
import { assertAllowed, underPolicy, type PolicyValue } from '../../../src/engine/config/policy.js';
import type { Account, Settings } from '../../../src/engine/config/settings.js';

const account: Account = { address: 'ming@example.com.tw', host: 'mail.example.com.tw', preset: 'mail2000' };
const settings: Settings = { account, collections: {} };
const value = (from: PolicyValue['from'], name: string, held: string | number): PolicyValue => ({ from, name, value: held });

test('desk 16: the machine\'s policy goes before the user\'s, both before the user\'s setting, and a default last', (t) => {
  const host = (...values: readonly PolicyValue[]): unknown => underPolicy(settings, values).settings.account?.host;
  t.is(host(value('userPolicy', 'MailHost', 'user.example'), value('machinePolicy', 'MailHost', 'machine.example')), 'machine.example');
  t.is(host(value('userPolicy', 'MailHost', 'user.example'), value('machineDefault', 'MailHost', 'default.example')), 'user.example');
  t.is(host(value('machineDefault', 'MailHost', 'default.example')), 'mail.example.com.tw');
  const language = (chosen: Settings): unknown => underPolicy(chosen, [value('machineDefault', 'Language', 'zh-TW')]).settings.language;
  t.deepEqual([language(settings), language({ ...settings, language: 'en-US' })], ['zh-TW', 'en-US']);
});

test('desk 16: what policy decides is named, a default is not, and names have no case', (t) => {
  const { managed, settings: { account: effective } } = underPolicy(settings, [
    value('machinePolicy', 'ALLOWHTTP', 1), value('userPolicy', 'preset', 'generic'), value('machineDefault', 'Language', 'zh-TW'), value('machinePolicy', 'OfAnotherPart', 7),
  ]);
  t.deepEqual(managed, ['Preset', 'AllowHttp']);
  t.deepEqual(effective, { ...account, allowHttp: true, preset: 'generic' });
});

test('without an account a policy for it makes none, and no values change nothing', (t) => {
  t.deepEqual(underPolicy({ collections: {} }, [value('machinePolicy', 'MailHost', 'x.example')]).settings, { collections: {} });
  t.deepEqual(underPolicy(settings, []), { settings, managed: [] });
});

test('a policy value without a meaning stops with its name and what may stand there', (t) => {
  for (const [name, held] of [['Preset', 'exchange'], ['AllowHttp', 'yes'], ['AllowHttp', 2], ['MailHost', ' '], ['Proxy', 'proxy:8080'], ['Language', 1028]] as const) {
    const error = t.throws(() => underPolicy(settings, [value('userPolicy', name, held)]));
    t.like(error, { code: 'Settings', data: { reason: 'policy-value', key: name } }, `${name} ${String(held)}`);
  }
});

test('the proxy is what Windows has, none, or the one named', (t) => {
  for (const [said, proxy] of [['system', 'system'], ['none', 'direct'], ['http://proxy.example:3128', 'http://proxy.example:3128']] as const) t.is(underPolicy(settings, [value('machinePolicy', 'Proxy', said)]).settings.account?.proxy, proxy);
});

test('connecting to what policy does not allow is refused with the policy\'s name and value', (t) => {
  const values = [value('machinePolicy', 'MailHost', 'mail.example.com.tw'), value('machineDefault', 'Preset', 'generic')];
  t.notThrows(() => { assertAllowed(account, values); });
  t.like(t.throws(() => { assertAllowed({ ...account, host: 'elsewhere.example' }, values); }), { code: 'PolicyBlocked', data: { reason: 'managed', key: 'MailHost', allowed: 'mail.example.com.tw' } });
});

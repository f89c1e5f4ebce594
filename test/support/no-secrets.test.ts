import test from 'ava';
import { refuseSecrets } from './no-secrets.js';

test('a password of the lab is found in output however it is written: plain, escaped as in a record line, or as Basic carries it', (t) => {
  for (const text of ['x lab-王小明-1 y', '{"a":"lab-\\u738b\\u5c0f\\u660e-1"}', `Basic ${Buffer.from('meiling@example.com.tw:lab-app-meiling').toString('base64')}`]) {
    t.throws(() => { refuseSecrets('a test', text); }, { message: 'a password is in the output of a test' });
  }
  t.notThrows(() => { refuseSecrets('a test', 'xiaoming@example.com.tw', ''); });
});

// Where an account's server is, from what the user typed.
import type { Account } from '../config/settings.js';
import { M2KError } from '../errors.js';

/**
 * `mail.example.com`, `mail.example.com:8443` and whole URLs are all understood. Without TLS only where the user allowed it.
 * @throws M2KError Settings host, two-servers
 */
export function originOf(account: Pick<Account, 'host' | 'caldavUrl' | 'carddavUrl' | 'allowHttp'>): string {
  const absolute = [account.caldavUrl, account.carddavUrl].filter((url): url is string => url !== undefined && /^https?:\/\//i.test(url));
  const given = absolute.length > 0 ? absolute : [/^https?:\/\//i.test(account.host) ? account.host : `${account.allowHttp === true ? 'http' : 'https'}://${account.host}`];
  const [origin, other] = [...new Set(given.map(originIn))];
  if (other !== undefined) throw new M2KError('Settings', { reason: 'two-servers' });
  return origin ?? originIn(account.host);
}

function originIn(url: string): string {
  try {
    const { origin, hostname } = new URL(url);
    if (hostname !== '' && !/\s/.test(url)) return origin;
  } catch {
    // told below
  }
  throw new M2KError('Settings', { reason: 'host', key: url.replace(/^https?:\/\//, '') });
}

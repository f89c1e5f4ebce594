// Where a domain says that its calendars and address books are: SRV and TXT records (RFC 6764 sections 3, 4; RFC 6352 section 11).
import type { Kind } from '../model/ids.js';

export interface Resolver {
  resolveSrv(name: string): Promise<readonly { readonly name: string; readonly port: number; readonly priority: number; readonly weight: number }[]>;
  resolveTxt(name: string): Promise<readonly (readonly string[])[]>;
}

const SERVICE: { readonly [K in Kind]: string } = { event: '_caldavs', contact: '_carddavs' };

/**
 * The URL of a kind's service, null where the domain names none. Only TLS, and only hosts of the domain itself: an answer of the DNS is no proof that
 * the password may go to somebody else (RFC 6764 section 8).
 */
export async function locate(domain: string, kind: Kind, resolver: Resolver): Promise<string | null> {
  const service = `${SERVICE[kind]}._tcp.${domain}`;
  const records = await resolver.resolveSrv(service).catch(() => []);
  const own = records.filter(({ name }) => isOf(name, domain)).toSorted((a, b) => a.priority - b.priority || b.weight - a.weight);
  const [target] = own;
  if (target === undefined) return null;
  const texts = await resolver.resolveTxt(service).catch(() => []);
  const path = texts.map((parts) => parts.join('')).find((text) => text.startsWith('path='))?.slice('path='.length);
  const origin = `https://${target.name.replace(/\.$/, '')}${target.port === 443 ? '' : `:${target.port}`}`;
  return origin + (path?.startsWith('/') ? path : `/.well-known/${kind === 'event' ? 'caldav' : 'carddav'}`);
}

const isOf = (name: string, domain: string): boolean => {
  const [host, own] = [name, domain].map((text) => text.replace(/\.$/, '').toLowerCase());
  return host === own || host?.endsWith(`.${own ?? ''}`) === true;
};

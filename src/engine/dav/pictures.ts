// Pictures that cards point to by an address (peers.md row 83): small, asked for once, and never with the password to another origin.
import type { HttpRequest } from './transport.js';

/** As Outlook's side takes them (codec/contact/photos.ts). */
const MOST_OCTETS = 5 * 1024 * 1024;
/** Of one picture, its name looked up and all: a server that does not answer cost 84 seconds a contact elsewhere (peers.md row 83). */
const PATIENCE_MS = 15_000;

export interface PictureWays {
  /** The account's server. */
  readonly origin: string;
  /** The header for that server. */
  readonly authorization: () => Promise<string>;
  readonly octets: (request: Pick<HttpRequest, 'url' | 'headers'>, limits: { readonly most: number; readonly ms: number }) => Promise<{ readonly status: number; readonly octets: Uint8Array }>;
}

/**
 * Redirects are not followed. A host that fails is not asked again for as long as this lives.
 * @throws Error that says why there is no picture.
 */
export function pictureReader({ origin, authorization, octets }: PictureWays): (address: string) => Promise<Uint8Array> {
  const failed = new Map<string, string>();
  return async (address) => {
    const url = new URL(address), own = url.origin === origin;
    if (url.protocol !== 'https:' && !own) throw new Error('http');
    const before = failed.get(url.host);
    if (before !== undefined) throw new Error(before);
    const answer = await octets({ url: url.href, headers: { Accept: 'image/*', ...(own ? { Authorization: await authorization() } : {}) } }, { most: MOST_OCTETS, ms: PATIENCE_MS })
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        // Too much of one picture says nothing of the others.
        if (!/maxContentLength/.test(reason)) failed.set(url.host, reason);
        throw new Error(reason, { cause: error });
      });
    if (answer.status === 401 || answer.status >= 500) failed.set(url.host, `HTTP ${answer.status}`);
    if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`);
    return answer.octets;
  };
}

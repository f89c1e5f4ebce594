// The writing half of the probe: throw-away events, each looked at after it was sent, all removed again.
import { M2KError } from '../errors.js';
import type { DavClient, PutRequest } from './client.js';
import { memberHref } from './hrefs.js';
import { plainEvent, seriesWithOverride, utcEvent } from './probe-texts.js';
import type { Answered, WriteTraits } from './traits.js';

const TYPE = 'text/calendar; charset=utf-8';

/** @param name a name that nobody uses. @throws M2KError Unauthorized, Unavailable, Busy when the server cannot be asked further */
export async function writeTraits(client: DavClient, { collection, name }: { readonly collection: string; readonly name: string }): Promise<WriteTraits> {
  const href = (part: string): string => memberHref(collection, `${name}-${part}.ics`);
  const text = plainEvent(`${name}-plain`), used = ['plain', 'utc', 'series'].map(href);
  try {
    const conditional = await sent(client, href('plain'), { body: text, ifNoneMatch: '*' });
    const first = conditional.stored === null ? await sent(client, href('plain'), { body: text }) : conditional;
    const again = conditional.stored === null ? null : await sent(client, href('plain'), { body: text, ifNoneMatch: '*' });
    const wrong = first.stored === null ? null : await sent(client, href('plain'), { body: text, ifMatch: '"m2ksync-no-such-version"' });
    return {
      ifNoneMatch: conditional.stored === null ? 'refused' : again?.accepted === true ? 'ignored' : 'honoured',
      ifMatch: wrong === null ? 'unknown' : wrong.accepted ? 'ignored' : 'honoured',
      etagOnPut: first.etag !== null, rewrites: first.stored !== null && first.stored !== text,
      falseErrors: [conditional, first].some(({ accepted, stored }) => !accepted && stored !== null),
      utcTimes: answered(await sent(client, href('utc'), { body: utcEvent(`${name}-utc`) }), 'DTSTART'),
      overrides: answered(await sent(client, href('series'), { body: seriesWithOverride(`${name}-series`) }), 'RECURRENCE-ID'),
      cleaned: await removed(client, used),
    };
  } catch (error) {
    await removed(client, used).catch(() => false);
    throw error;
  }
}

interface Sent {
  readonly accepted: boolean;
  readonly etag: string | null;
  /** What lies there afterwards; null: nothing. */
  readonly stored: string | null;
}

async function sent(client: DavClient, href: string, request: Pick<PutRequest, 'body'> & Partial<PutRequest>): Promise<Sent> {
  const put = await client.put(href, { contentType: TYPE, ifMatch: null, ifNoneMatch: null, ...request }).catch((error: unknown) => {
    if (error instanceof M2KError && error.data.status !== undefined && error.code !== 'Unauthorized' && error.code !== 'Busy') return null;
    throw error;
  });
  const stored = await client.get(href, 'text/calendar');
  return { accepted: put !== null, etag: put?.etag ?? null, stored: stored?.text ?? null };
}

const answered = ({ stored }: Sent, kept: string): Answered => (stored?.includes(kept) === true ? 'yes' : 'no');

async function removed(client: DavClient, hrefs: readonly string[]): Promise<boolean> {
  for (const href of hrefs) await client.delete(href, { ifMatch: null, noReply: true }).catch(() => false);
  let gone = true;
  for (const href of hrefs) gone = await client.get(href, 'text/calendar') === null && gone;
  return gone;
}

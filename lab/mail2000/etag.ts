// Entity tags: how they look, and the preconditions that use them (RFC 9110 section 13).
import { createHash } from 'node:crypto';
import type { MemberRecord } from './records.js';
import type { Quirks } from './quirks.js';
import { refuse } from './reply.js';
import type { Reply, Request } from './reply.js';
import { el } from './xml/write.js';
import { sabre } from './xml/names.js';

type EtagQuirks = Pick<Quirks, 'weakEtags' | 'etagUnquoted' | 'etagPerWrite'>;

export function etagOf(member: MemberRecord, quirks: EtagQuirks): string {
  const version = quirks.etagPerWrite ? `${member.revision}\n` : '';
  const hash = createHash('md5').update(version).update(member.text).digest('hex');
  const tag = quirks.etagUnquoted ? hash : `"${hash}"`;
  return quirks.weakEtags ? `W/${tag}` : tag;
}

const bare = (tag: string): string => tag.trim().replace(/^W\//, '').replace(/^"(.*)"$/, '$1');

/** `strongly` as If-Match compares: a weak tag on either side never matches (RFC 9110 section 8.8.3.2). */
function matches(condition: string, member: MemberRecord | undefined, { quirks, strongly }: { readonly quirks: EtagQuirks; readonly strongly: boolean }): boolean {
  if (member === undefined) return false;
  if (condition.trim() === '*') return true;
  if (strongly && quirks.weakEtags) return false;
  return condition.split(',').some((tag) => !(strongly && tag.trim().startsWith('W/')) && bare(tag) === bare(etagOf(member, quirks)));
}

/** 412 where If-Match or If-None-Match of a writing request does not hold, 304 for a reading one; undefined to go on. */
export function failedPrecondition(request: Request, member: MemberRecord | undefined, quirks: Quirks): Reply | undefined {
  const failed = (header: string, message: string): Reply =>
    refuse(412, { exception: 'PreconditionFailed', message, condition: el(sabre('header'), header) });
  const ifMatch = request.headers['if-match'];
  const ifNoneMatch = request.headers['if-none-match'];
  if (quirks.ifMatchIgnored) return undefined;
  if (ifMatch !== undefined && !matches(ifMatch, member, { quirks, strongly: true })) {
    const why = member ? 'but none of the specified ETags matched.' : 'and the resource did not exist';
    return failed('If-Match', `An If-Match header was specified, ${why}`);
  }
  if (ifNoneMatch === undefined || !matches(ifNoneMatch, member, { quirks, strongly: false })) return undefined;
  if ((request.method === 'GET' || request.method === 'HEAD') && member) return { status: 304, headers: { etag: etagOf(member, quirks) } };
  return failed('If-None-Match', 'An If-None-Match header was specified, but the ETag matched (or * was specified).');
}

// What the host prints: one marked base64 line a command, `M2K1 <id> <page>/<pages> <base64>`, at most 1 MB. All else on stdout is noise.
import { type WireFailure } from './protocol.js';
import { fromWire, type WireValue } from './wire-value.js';

export interface Page {
  readonly page: number;
  readonly pages: number;
  readonly base64: string;
}

/** The page of this request, or undefined: a reply of another request is as good as none (the host is out of step). */
export function parsePage(stdout: string, id: string): Page | undefined {
  const found = /^M2K1 ([0-9a-f]{32}) (\d{1,6})\/(\d{1,6}) ([A-Za-z0-9+/=]*)\s*$/m.exec(stdout);
  if (found?.[1] !== id) return undefined;
  const [, , page, pages, base64 = ''] = found;
  return { page: Number(page), pages: Number(pages), base64 };
}

export type Reply = { readonly ok: true; readonly value: WireValue } | { readonly ok: false; readonly failure: WireFailure };

/** Pages are cut from one base64 text; `take` gives the files that the reply names. @throws Error when the envelope is not what Host.psm1 writes: a bug. */
export function parseReply(base64: string, take: (file: string) => string): Reply {
  const envelope = JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as { readonly ok: boolean; readonly value: unknown };
  const value = fromWire(envelope.value, take);
  return envelope.ok ? { ok: true, value } : { ok: false, failure: value as unknown as WireFailure };
}

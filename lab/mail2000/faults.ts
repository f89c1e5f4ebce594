// A script of things that go wrong on the way, by request. Which fault when; what it does to an answer is spoil.ts.
import type { Request } from './reply.js';

export type Fault =
  /** The connection ends without an answer, before or after the request took effect. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  /** Another answer than the real one; `after`: the request took effect all the same. */
  | {
    readonly kind: 'answer'; readonly status: number; readonly when?: 'before' | 'after';
    readonly retryAfter?: string | number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string;
  }
  /** The request takes effect, and its answer leaves, so much later. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** The body goes out in pieces of so many octets, one every so many milliseconds; at least one piece. */
  | { readonly kind: 'drip'; readonly octets: number; readonly milliseconds: number }
  /** Content-Length is so much larger (positive: the connection ends early) or smaller (negative: the body is cut) than the body. */
  | { readonly kind: 'wrongLength'; readonly by: number }
  /** A compressed body that unpacks to so many octets. */
  | { readonly kind: 'gzipBomb'; readonly octets: number }
  /** The body ends after so many octets, the connection with it. */
  | { readonly kind: 'truncate'; readonly octets: number }
  /** A multistatus gets a 507 row for the request-URI, and keeps only so many of its member rows. */
  | { readonly kind: 'row507'; readonly keep?: number }
  /** The row of this member, or of the first one, is an error (500 if no status is given). */
  | { readonly kind: 'rowError'; readonly status?: number; readonly name?: string }
  /** A 207 without any row. */
  | { readonly kind: 'emptyMultistatus' }
  /** ETags in header and rows are not the real ones. */
  | { readonly kind: 'wrongEtag' };

export interface FaultRule {
  /** Any method if not given. */
  readonly method?: string;
  /** Part of the decoded path; any path if not given. */
  readonly path?: string;
  /** The first matching request to spoil, from 1 (the default). */
  readonly nth?: number;
  /** How many from there; 1 if not given. */
  readonly times?: number;
  readonly fault: Fault;
}

export class FaultScript {
  #rules: { readonly rule: FaultRule; seen: number }[] = [];

  /** Rules add up; each counts its own matching requests from now on. Throws for a rule that could never fire. */
  add(...rules: readonly FaultRule[]): void {
    for (const rule of rules) {
      if ((rule.nth ?? 1) < 1 || (rule.times ?? 1) < 1) throw new RangeError('nth and times count from 1');
      this.#rules.push({ rule, seen: 0 });
    }
  }

  clear(): void {
    this.#rules = [];
  }

  /** How many rules have not fired as often as they should: 0 when a test's script was played to its end. */
  get pending(): number {
    return this.#rules.filter(({ rule, seen }) => seen < (rule.nth ?? 1) + (rule.times ?? 1) - 1).length;
  }

  /** The faults for this request; counts it for every rule it matches. */
  take(request: Pick<Request, 'method' | 'path'>): readonly Fault[] {
    const matching = this.#rules.filter(({ rule }) => (rule.method ?? request.method) === request.method && request.path.includes(rule.path ?? ''));
    for (const one of matching) one.seen += 1;
    return matching.filter(({ rule: { nth = 1, times = 1 }, seen }) => seen >= nth && seen < nth + times).map(({ rule }) => rule.fault);
  }
}

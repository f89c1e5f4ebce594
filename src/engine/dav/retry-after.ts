// Retry-After (RFC 9110 section 10.2.3): seconds or a date.

const LEAST_MS = 5_000;
const MOST_MS = 2 * 60 * 60 * 1000;

/** Milliseconds to wait, clamped to 5 s - 2 h (what DAVx5 and others do); null when the header says nothing we can read. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? null : Math.min(MOST_MS, Math.max(LEAST_MS, ms));
}

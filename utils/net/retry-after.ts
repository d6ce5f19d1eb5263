/** The Retry-After header (RFC 9110, 10.2.3): seconds, or an HTTP date. */

/** The longest wait a server is granted, in ms: seven days. */
const MAX_WAIT_MS = 7 * 24 * 3_600_000;

/** Milliseconds to wait from `now` (UTC ms), or null where the header is absent or unreadable. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), MAX_WAIT_MS) : null;
}

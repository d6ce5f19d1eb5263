/** How long an answer stays fresh by its own headers (RFC 9111, 4.2.1): until then a server need not be asked. */

/** The longest time a server is granted by these headers, in ms: a day. */
const MOST_MS = 24 * 3_600_000;

/**
 * Milliseconds for which an answer that came at `now` (UTC ms) stays fresh, by max-age less Age, or else Expires;
 * null where the headers say nothing, or that it may not be kept.
 */
export function freshMs(headers: Pick<Headers, 'get'>, now: number): number | null {
  const control = headers.get('cache-control')?.toLowerCase() ?? '';
  if (/\bno-(store|cache)\b/.test(control)) return null;
  const maxAge = /\bmax-age\s*=\s*"?(\d+)/.exec(control)?.[1];
  if (maxAge !== undefined) return granted((Number(maxAge) - secondsIn(headers.get('age'))) * 1000);
  const expires = Date.parse(headers.get('expires') ?? '');
  if (Number.isNaN(expires)) return null;
  // By the server's own clock where it tells it: the reader's may be off.
  const date = Date.parse(headers.get('date') ?? '');
  return granted(expires - (Number.isNaN(date) ? now : date));
}

function secondsIn(header: string | null): number {
  return /^\s*\d+\s*$/.test(header ?? '') ? Number(header) : 0;
}

function granted(ms: number): number | null {
  return ms > 0 ? Math.min(ms, MOST_MS) : null;
}

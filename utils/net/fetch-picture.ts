/** Pictures of articles where the browser would send the reader's cookies with its own requests for them. */
import { readBody } from './read-body.ts';
import { TimeLimit } from './time-limit.ts';

const MAX_PICTURE_BYTES = 10 * 1024 * 1024;

/**
 * A picture as an address of this page's own, which lives until it is revoked; null where there is none to be had. Asked
 * for without cookies and referrer, only of hosts that Lede may read.
 */
export async function fetchPicture(url: string): Promise<string | null> {
  const limit = new TimeLimit();
  try {
    const { signal } = limit;
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Where it would lead was not looked at: it may be a machine of the reader's own network.
      redirect: 'error',
      signal,
    });
    limit.headersArrived();
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !type.startsWith('image/')) return null;
    const { kind, bytes } = await readBody(response, MAX_PICTURE_BYTES);
    if (kind !== 'whole') return null;
    return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  } catch {
    return null;
  } finally {
    limit.end();
  }
}
